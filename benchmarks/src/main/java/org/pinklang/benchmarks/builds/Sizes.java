package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.benchmarks.generated.GeneratedProgram;

/** Builds of programs of several sizes, by a session and by a process. */
final class Sizes {
  private static final int SMALL = 1_000;
  private static final int ROUNDS_OF_SMALL = 3;

  private final Path command;
  private final Path root;
  private final List<Row> rows = new ArrayList<>();

  /**
   * What builds of one size took.
   *
   * @param session builds from nothing in a session
   * @param process builds from nothing by a process
   */
  record Row(int modules, Samples session, Samples process) {}

  Sizes(Path command, Path root) {
    this.command = command;
    this.root = root;
  }

  /** Builds a program of a size, small ones several times. */
  void measure(int modules) throws IOException {
    GeneratedProgram program = new GeneratedProgram(modules);
    Path folder = root.resolve("size-" + modules);
    try (WarmPink warm = new WarmPink(folder.resolve("session"), WarmPink.Use.LINKED)) {
      Rounds session = Rounds.fromNothing(program, warm);
      Rounds process =
          Rounds.fromNothing(program, new FreshPink(command, folder.resolve("process"), false));
      for (int round = 0; round < (modules <= SMALL ? ROUNDS_OF_SMALL : 1); round++) {
        session.run();
        process.run();
      }
      rows.add(new Row(modules, session.full(), process.full()));
    } finally {
      Folders.delete(folder);
    }
  }

  /** What was measured, in that order. */
  List<Row> rows() {
    return rows;
  }
}
