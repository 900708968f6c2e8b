package org.pinklang.codegen.ir;

/** Something that debug information says, of one context: a file, a type, a scope. */
public final class IrMetadata {
  private final int number;

  IrMetadata(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
