package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Loads, calls and closes programs over and over, and fails if that takes memory for good. */
final class LoadingCycles {
  private static final int CYCLES = Integer.getInteger("pink.cycles");
  private static final long MOST_KILOBYTES = 4_000 + 2L * CYCLES;

  /**
   * A leak shows in each round. What the JVM's compilers and the allocator take does not: it is
   * some megabytes, later on a busy machine, and from 4,000 to 12,000 cycles less than one in all.
   */
  private static final int ROUNDS = 3;

  private LoadingCycles() {}

  /** Ends with 0 where memory stays flat. */
  public static void main(String[] arguments) throws IOException {
    CompilationResult result =
        LoadedLifetimeTest.compile(Map.of("base.pink", LoadedLifetimeTest.BASE));
    CompilationResult later =
        LoadedLifetimeTest.compile(Map.of("top.pink", LoadedLifetimeTest.TOP), result);
    cycle(result, later, CYCLES);
    for (int round = 0; round < ROUNDS; round++) {
      long before = residentKilobytes();
      cycle(result, later, CYCLES);
      long more = residentKilobytes() - before;
      System.out.println(more + " KB more after " + CYCLES + " cycles");
      if (more <= MOST_KILOBYTES) {
        return;
      }
    }
    throw new AssertionError("memory grows");
  }

  /** Each program has a variable that is counted, so what is not made anew would show. */
  private static void cycle(CompilationResult result, CompilationResult later, int cycles) {
    for (int i = 0; i < cycles; i++) {
      try (LoadedProgram program = result.load()) {
        LoadedLifetimeTest.Base functions = program.bind("base", LoadedLifetimeTest.Base.class);
        require(functions.apply(x -> functions.next(), 0) == 1);
        if (i % 10 == 0) {
          LoadedProgram top = program.load(later);
          require(top.function("top::twice").invokeLong() == 2 + 3 + 3);
        }
      }
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("another result");
    }
  }

  private static long residentKilobytes() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new AssertionError("no VmRSS");
  }
}
