package org.pinklang.codegen.emit;

/** What LLVM does with one module, in order. */
public enum GenerationStep {
  /** Making the module, call by call of LLVM's API. */
  BUILD,
  /** Running passes over it, and adding what belongs after them. */
  OPTIMIZE,
  /** Making machine code of it, or whatever else is asked for. */
  EMIT
}
