package org.pinklang.codegen.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How children are started and watched.
 *
 * @param patience how long a child may take for a small module; a large one gets as much again for
 *     each MiB of its lowered form
 * @param heapBytes the most that a child may have of Java's heap; LLVM's memory comes on top
 * @param classPath the jars and folders a child finds its classes in; empty for those this process
 *     has them from
 * @param crashFolder where folders with reproducers are made; empty for the one for temporary files
 */
public record ChildSettings(
    Duration patience, long heapBytes, List<Path> classPath, Optional<Path> crashFolder) {
  private static final long MEBI = 1 << 20;

  /** Two minutes and a gibibyte. */
  public static final ChildSettings DEFAULT =
      new ChildSettings(Duration.ofMinutes(2), 1024 * MEBI, List.of(), Optional.empty());

  /** Checks the values, and copies the list. */
  public ChildSettings {
    if (patience.isZero() || patience.isNegative()) {
      throw new IllegalArgumentException("no time to work: " + patience);
    }
    if (heapBytes < 16 * MEBI) {
      throw new IllegalArgumentException("a heap of " + heapBytes + " bytes is too small");
    }
    classPath = List.copyOf(classPath);
  }

  /** How long a child may take for a module. */
  Duration patience(long codeBytes) {
    return patience.plus(patience.multipliedBy(codeBytes / 1024).dividedBy(1024));
  }
}
