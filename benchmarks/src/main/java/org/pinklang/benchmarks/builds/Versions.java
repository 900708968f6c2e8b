package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.llvm.LlvmBackend;

/** The versions of all that takes part. */
final class Versions {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("clang-19", "--version"),
          List.of("ld.lld-19", "--version"),
          List.of("ninja", "--version"),
          List.of("tcc", "-v"),
          List.of("cargo", "--version"),
          List.of("go", "version"),
          List.of("ldc2", "--version"));

  private Versions() {}

  /** One after the other, as they say it themselves. */
  static String text() throws IOException {
    List<String> versions = new ArrayList<>();
    versions.add("LLVM " + LlvmBackend.get().version() + " in Pink");
    for (List<String> command : COMMANDS) {
      Processes.firstLine(command.toArray(String[]::new))
          .ifPresent(
              line ->
                  versions.add(
                      "`%s`: %s".formatted(command.get(0), line.replaceFirst("[:\\s]+$", ""))));
    }
    return String.join("; ", versions);
  }
}
