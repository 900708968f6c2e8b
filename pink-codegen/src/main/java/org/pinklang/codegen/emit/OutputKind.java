package org.pinklang.codegen.emit;

/** What a unit can become. */
public enum OutputKind {
  /** An object file. */
  OBJECT,
  /** The target's assembly language, as UTF-8 text. */
  ASSEMBLY,
  /** LLVM's assembly language, as UTF-8 text. */
  LLVM_IR,
  /** LLVM's bitcode. */
  BITCODE
}
