package org.pinklang.codegen.ir;

/** A type of one context: equal types are one. */
public final class IrType {
  private final int number;

  IrType(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
