package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.benchmarks.generated.GeneratedProgram;
import org.pinklang.benchmarks.generated.Shape;

/** Builds of programs of every shape. */
final class Shapes {
  private final Path command;
  private final Path root;
  private final Map<Shape, List<Rounds>> measured = new LinkedHashMap<>();

  Shapes(Path command, Path root) {
    this.command = command;
    this.root = root;
  }

  /** Builds a program of each shape in every way, in turn. */
  void measure(Plan plan) throws IOException {
    for (Shape shape : Shape.values()) {
      Path folder = root.resolve("shape");
      try {
        measured.put(shape, measure(new GeneratedProgram(shape, plan.shapeSize()), plan, folder));
      } finally {
        Folders.delete(folder);
      }
    }
  }

  private List<Rounds> measure(GeneratedProgram program, Plan plan, Path folder)
      throws IOException {
    List<Rounds> all = new ArrayList<>();
    try (WarmPink warm = new WarmPink(folder.resolve("session"), WarmPink.Use.LINKED)) {
      all.add(Rounds.fromNothing(program, warm));
      all.add(
          Rounds.fromNothing(program, new FreshPink(command, folder.resolve("process"), false)));
      List<Contestant> others =
          plan.thorough()
              ? OtherCompilers.installed(folder)
              : OtherCompilers.installedInOneProcess(folder);
      for (Contestant other : others) {
        if (other.language().has(program.shape())
            && !other.name().equals(OtherCompilers.CLANG_O2)) {
          all.add(Rounds.fromNothing(program, other));
        }
      }
      for (int round = 0; round < plan.shapeRounds(); round++) {
        for (Rounds rounds : all) {
          rounds.run();
        }
      }
      Rounds.requireEqualResults(all);
      return all;
    }
  }

  /** What was measured. */
  Map<Shape, List<Rounds>> measured() {
    return measured;
  }
}
