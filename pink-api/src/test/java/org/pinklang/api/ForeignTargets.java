package org.pinklang.api;

import java.util.ArrayList;
import java.util.List;

/** How programs for other machines than this are run. */
enum ForeignTargets {
  /** 64-bit ARM, in an emulator of its instructions and of Linux's system calls. */
  AARCH64("aarch64-linux-gnu", List.of("qemu-aarch64")),
  /** 64-bit RISC-V, the same way. */
  RISCV64("riscv64-linux-gnu", List.of("qemu-riscv64")),
  /** WebAssembly, in Node. */
  WASM32("wasm32-wasi", List.of("node", "--no-warnings", "src/test/resources/run-wasi.mjs"));

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
    List<String> command = new ArrayList<>(launcher);
    command.set(0, ExternalTool.required(launcher.getFirst()));
    return command;
  }
}
