package org.pinklang.codegen.target;

/** The format of a target's object files. */
public enum ObjectFormat {
  /** Linux and most of the others. */
  ELF,
  /** Windows. */
  COFF,
  /** macOS. */
  MACH_O,
  /** WebAssembly. */
  WASM
}
