package org.pinklang.api.edits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pinklang.api.Optimization;
import org.pinklang.api.Output;
import org.pinklang.frontend.generate.GeneratedProgram;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;

/** Sequences of edits that follow from a seed. */
final class Sequences {
  private static final int OFTEN_THE_SAME = 3;

  private Sequences() {}

  /** Edits of any texts: of cases of the language and of generated programs. */
  static List<Step> wild(long seed, int edits) {
    Random random = new Random(seed);
    List<Map<String, String>> states = new ArrayList<>(List.of(start(random)));
    List<Step> steps = new ArrayList<>();
    Step last = step(states.get(0), random);
    steps.add(last);
    for (int i = 0; i < edits; i++) {
      Map<String, String> texts =
          random.nextInt(6) == 0
              ? states.get(random.nextInt(states.size()))
              : TextEdits.edit(last.texts(), random);
      states.add(texts);
      last = random.nextInt(OFTEN_THE_SAME) > 0 ? last.with(texts) : step(texts, random);
      if (last.isBuildable()) {
        steps.add(last);
      }
    }
    return steps.stream().filter(Step::isBuildable).toList();
  }

  private static Step step(Map<String, String> texts, Random random) {
    Output output =
        switch (random.nextInt(6)) {
          case 0 -> Output.DIAGNOSTICS;
          case 1 -> Output.MANIFESTS;
          case 2 -> Output.OWN_OBJECTS;
          default -> Output.OBJECTS;
        };
    Optimization optimization = random.nextInt(4) == 0 ? Optimization.O2 : Optimization.O0;
    return new Step(output, optimization, random.nextInt(4) > 0, texts);
  }

  private static Map<String, String> start(Random random) {
    return random.nextInt(5) == 0 ? generated(random) : ofCase(random);
  }

  private static Map<String, String> generated(Random random) {
    return texts(GeneratedProgram.of(random.nextLong(), 1 + random.nextInt(2)).units());
  }

  private static Map<String, String> ofCase(Random random) {
    List<Path> files = TestData.files("modules");
    try {
      return texts(TestCase.read(files.get(random.nextInt(files.size()))).texts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(List<SourceText> units) {
    Map<String, String> texts = new TreeMap<>();
    units.forEach(unit -> texts.put(unit.logicalName(), unit.text(0, unit.length())));
    return texts;
  }
}
