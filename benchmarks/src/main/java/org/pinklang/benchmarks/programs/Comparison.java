package org.pinklang.benchmarks.programs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One workload, made in every way, run in every way in turn. */
final class Comparison {
  private final Workload workload;
  private final Map<Toolchain, Path> executables = new EnumMap<>(Toolchain.class);
  private final Map<Toolchain, List<Double>> seconds = new EnumMap<>(Toolchain.class);

  private Comparison(Workload workload) {
    this.workload = workload;
  }

  /**
   * Makes the executables.
   *
   * @param pink the command to use for Pink
   * @param programs the folder of all workloads
   * @param folder where the executables go
   */
  static Comparison build(Workload workload, Path pink, Path programs, Path folder)
      throws IOException {
    Comparison comparison = new Comparison(workload);
    for (Toolchain toolchain : Toolchain.values()) {
      Path executable = folder.resolve(workload.folder() + "-" + toolchain.name());
      Execution.run(toolchain.command(pink, programs, workload, executable));
      comparison.executables.put(toolchain, executable);
    }
    return comparison;
  }

  Workload workload() {
    return workload;
  }

  /**
   * Runs each executable once.
   *
   * @throws IllegalStateException if they do not all give the same
   */
  void runOnce() throws IOException {
    List<String> outputs = new ArrayList<>();
    for (Map.Entry<Toolchain, Path> made : executables.entrySet()) {
      Execution execution = Execution.timed(made.getValue());
      outputs.add(execution.output());
      seconds
          .computeIfAbsent(made.getKey(), unused -> new ArrayList<>())
          .add(execution.userSeconds());
    }
    if (outputs.stream().distinct().count() != 1) {
      throw new IllegalStateException(workload + " gives different results: " + outputs);
    }
  }

  /** The median of all runs so far. */
  double median(Toolchain toolchain) {
    List<Double> sorted = seconds.getOrDefault(toolchain, List.of()).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Counts the instructions of a small run. */
  long instructions(Toolchain toolchain) throws IOException {
    Path executable = executables.get(toolchain);
    if (executable == null) {
      throw new IllegalArgumentException(toolchain + " was not built");
    }
    return Execution.counted(executable, workload.countedSize()).instructions();
  }
}
