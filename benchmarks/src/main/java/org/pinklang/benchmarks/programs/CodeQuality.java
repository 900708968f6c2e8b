package org.pinklang.benchmarks.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the code that Pink makes with the code that clang makes of the same programs, and prints
 * two tables in Markdown: times and counts. Arguments: rounds, the {@code pink} command, the folder
 * of the programs. Needs {@code clang-19}, {@code lld-19} and, for the counts, {@code valgrind}.
 */
public final class CodeQuality {
  private CodeQuality() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    Path pink = Path.of(arguments[1]);
    Path programs = Path.of(arguments[2]);
    Path folder = Files.createTempDirectory("pink-quality-");
    List<Comparison> comparisons = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      comparisons.add(Comparison.build(workload, pink, programs, folder));
    }
    for (int round = 0; round < rounds; round++) {
      for (Comparison comparison : comparisons) {
        comparison.runOnce();
      }
    }
    System.out.println("Seconds of the processor, medians of " + rounds + " runs:\n");
    System.out.println(Table.of(comparisons, Comparison::median, "%.3f"));
    System.out.println("Millions of instructions of smaller runs:\n");
    System.out.println(
        Table.of(
            comparisons,
            (comparison, toolchain) -> comparison.instructions(toolchain) / 1e6,
            "%.1f"));
  }
}
