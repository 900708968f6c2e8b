package org.pinklang.codegen.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ways a target is called by users and by other tools, brought to one. */
final class TargetName {
  private static final Map<String, String> PROCESSORS =
      Map.of(
          "amd64", "x86_64",
          "x64", "x86_64",
          "arm64", "aarch64",
          "riscv64gc", "riscv64");

  private static final Set<String> VENDORS = Set.of("unknown", "pc", "apple", "none");

  private static final Map<String, String> SYSTEMS =
      Map.of(
          "linux", "linux-gnu",
          "windows", "windows-msvc",
          "win32", "windows-msvc",
          "darwin", "macos",
          "macosx", "macos",
          "wasip1", "wasi",
          "wasi-preview1", "wasi");

  private TargetName() {}

  /**
   * The name a target has here, for whatever looks like a name or triple of it: without a vendor
   * and a version of the system.
   */
  static String normal(String name) {
    List<String> parts =
        new ArrayList<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("-", -1)));
    String processor = parts.removeFirst();
    if (parts.size() > 1 && VENDORS.contains(parts.getFirst())) {
      parts.removeFirst();
    }
    String system = String.join("-", parts);
    if (system.startsWith("darwin") || system.startsWith("macos")) {
      system = system.replaceFirst("[0-9.]+$", "");
    }
    return PROCESSORS.getOrDefault(processor, processor)
        + "-"
        + SYSTEMS.getOrDefault(system, system);
  }
}
