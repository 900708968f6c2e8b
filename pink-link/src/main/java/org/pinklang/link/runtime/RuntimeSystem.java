package org.pinklang.link.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A system there is a runtime for, and which of the runtime's texts are for it alone. */
enum RuntimeSystem {
  LINUX_X86_64(
      "x86_64-unknown-linux-gnu",
      List.of("linux-x86_64"),
      "linux-x86_64",
      Set.of(RuntimeFlavour.values())),
  LINUX_AARCH64(
      "aarch64-unknown-linux-gnu",
      List.of("linux-aarch64", "linux-generic"),
      "linux-aarch64",
      RuntimeFlavour.LINKED),
  LINUX_RISCV64(
      "riscv64-unknown-linux-gnu",
      List.of("linux-riscv64", "linux-generic"),
      "linux-riscv64",
      RuntimeFlavour.LINKED),
  WASI(
      "wasm32-unknown-wasi",
      List.of(
          "common",
          "stack",
          "library",
          "executable",
          "one-thread",
          "wasi",
          "wasi-files",
          "wasi-memory"),
      "",
      Set.of(RuntimeFlavour.ALONE)) {
    @Override
    List<String> texts(RuntimeFlavour flavour) {
      return ownTexts();
    }
  };

  private final String triple;
  private final List<String> ownTexts;
  private final String startPrefix;
  private final Set<RuntimeFlavour> flavours;

  RuntimeSystem(
      String triple, List<String> ownTexts, String startPrefix, Set<RuntimeFlavour> flavours) {
    this.triple = triple;
    this.ownTexts = ownTexts;
    this.startPrefix = startPrefix;
    this.flavours = flavours;
  }

  /** The system that LLVM calls so in its triples. */
  static Optional<RuntimeSystem> of(String triple) {
    return Stream.of(values()).filter(system -> system.triple.equals(triple)).findFirst();
  }

  String triple() {
    return triple;
  }

  List<String> ownTexts() {
    return ownTexts;
  }

  /** The flavours there are. */
  Set<RuntimeFlavour> flavours() {
    return flavours;
  }

  /** The names of the texts that a flavour is made of. */
  List<String> texts(RuntimeFlavour flavour) {
    return Stream.of(
            flavour.parts().stream(),
            ownTexts.stream(),
            flavour.start().map(start -> startPrefix + "-" + start).stream())
        .flatMap(names -> names)
        .toList();
  }
}
