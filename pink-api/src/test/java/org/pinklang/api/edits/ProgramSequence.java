package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Engine;
import org.pinklang.api.Optimization;
import org.pinklang.api.Output;

/**
 * A sequence of edits of a described program, as it follows from a seed.
 *
 * @param programs one for each step
 */
record ProgramSequence(List<Program> programs, List<Step> steps) {

  static ProgramSequence of(long seed, int edits) {
    Random random = new Random(seed);
    ProgramEdits editing = new ProgramEdits(random);
    List<Program> programs = new ArrayList<>(List.of(editing.start()));
    List<Step> steps = new ArrayList<>();
    Output output = output(random);
    Optimization optimization = optimization(random);
    for (int i = 0; i <= edits; i++) {
      Program last = programs.get(i);
      steps.add(new Step(output, optimization, true, last.texts()));
      programs.add(
          random.nextInt(6) == 0
              ? programs.get(random.nextInt(programs.size()))
              : editing.edit(last));
      if (random.nextInt(6) == 0) {
        output = output(random);
        optimization = optimization(random);
      }
    }
    return new ProgramSequence(programs.subList(0, steps.size()), steps);
  }

  private static Output output(Random random) {
    return random.nextInt(5) == 0 ? Output.DIAGNOSTICS : Output.OBJECTS;
  }

  private static Optimization optimization(Random random) {
    return random.nextInt(5) == 0 ? Optimization.O2 : Optimization.O0;
  }

  /** Builds each step, compares with a build from nothing and with the reference model. */
  void check(Engine engine) {
    History history = new History();
    try (Builds builds = new Builds(engine)) {
      for (int i = 0; i < steps.size(); i++) {
        String what = "step " + i;
        CompilationResult result = builds.run(steps.get(i), what);
        history.check(programs.get(i), steps.get(i), result, what);
      }
    }
  }
}
