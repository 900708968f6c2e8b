package org.pinklang.api;

/** How far a compilation takes its units. */
public enum Output {
  /** The heads of the sources; what they import is not looked for, and LLVM is not loaded. */
  HEADS,
  /** The module graph, from the heads of the sources and of all they import. */
  GRAPH,
  /** Manifests of the sources, from their texts alone; what they import is not looked for. */
  OWN_MANIFESTS,
  /**
   * Manifests of the sources with the bodies that they offer for inlining. For these the sources
   * are checked, and what they import is looked for; where that is not there or something is wrong
   * in a body, a manifest comes without them and nothing is said.
   */
  CHECKED_MANIFESTS,
  /** Manifests and the module graph; no body is checked and LLVM is not loaded. */
  MANIFESTS,
  /** Diagnostics of the sources; what they import contributes manifests only. */
  DIAGNOSTICS,
  /** Objects of the sources and of all they import, to be linked or loaded. */
  OBJECTS,
  /** Objects of the sources; what they import contributes manifests only. */
  OWN_OBJECTS,
  /** The sources in the target's assembly language. */
  ASSEMBLY,
  /** The sources in LLVM's assembly language. */
  LLVM_IR,
  /** The sources as LLVM's bitcode. */
  BITCODE
}
