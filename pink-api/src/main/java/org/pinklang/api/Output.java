package org.pinklang.api;

/** How far a compilation takes its units. */
public enum Output {
  /** Manifests and the module graph; no body is checked and LLVM is not loaded. */
  MANIFESTS,
  /** Diagnostics of the sources; what they import contributes manifests only. */
  DIAGNOSTICS,
  /** Objects, to be linked or loaded. */
  OBJECTS,
  /** The target's assembly language. */
  ASSEMBLY,
  /** LLVM's assembly language. */
  LLVM_IR,
  /** LLVM's bitcode. */
  BITCODE
}
