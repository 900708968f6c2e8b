package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How programs for other machines than this are run. */
enum ForeignTargets {
  /** 64-bit ARM, in an emulator of its instructions and of Linux's system calls. */
  AARCH64("aarch64-linux-gnu", List.of("/usr/bin/qemu-aarch64")),
  /** 64-bit RISC-V, the same way. */
  RISCV64("riscv64-linux-gnu", List.of("/usr/bin/qemu-riscv64")),
  /** WebAssembly, in Node. */
  WASM32(
      "wasm32-wasi", List.of("/usr/bin/node", "--no-warnings", "src/test/resources/run-wasi.mjs"));

  private final String name;
  private final List<String> launcher;

  ForeignTargets(String name, List<String> launcher) {
    this.name = name;
    this.launcher = launcher;
  }

  Target target() {
    return Target.of(name);
  }

  /** The command that runs a program; skips the test where it is not installed. */
  List<String> launcher() {
    boolean isInstalled = Files.isExecutable(Path.of(launcher.getFirst()));
    if (System.getenv("CI") != null) {
      assertThat(isInstalled).as("%s is installed", launcher.getFirst()).isTrue();
    }
    assumeTrue(isInstalled, launcher.getFirst() + " is not installed");
    return launcher;
  }
}
