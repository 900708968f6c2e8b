package org.pinklang.api;

import org.pinklang.frontend.check.Referent;

/**
 * What a name stands for. Immutable; equal are those of the same declaration, in whichever unit and
 * after whichever edit they were asked for, as long as it keeps its name (a local: its place).
 */
public final class Symbol {
  private final org.pinklang.frontend.query.Symbol value;

  Symbol(org.pinklang.frontend.query.Symbol value) {
    this.value = value;
  }

  Referent referent() {
    return value.referent();
  }

  /** The declared name; the full name of a module. */
  public String name() {
    return value.name();
  }

  /** What it is. */
  public SymbolKind kind() {
    return SymbolKind.of(value.kind());
  }

  /**
   * How it is declared, on one line: {@code fn dot(a: Vector, b: Vector) -> Float}, {@code x:
   * Integer}. Types are as written where they are, and inferred where they are not.
   */
  public String detail() {
    return value.detail();
  }

  /** The comment before its declaration; empty for none. */
  public String documentation() {
    return value.documentation();
  }

  /** What an editor shows when a pointer rests on the name: the declaration and its comment. */
  public String hover() {
    return value.hover();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Symbol that && referent().equals(that.referent());
  }

  @Override
  public int hashCode() {
    return referent().hashCode();
  }

  @Override
  public String toString() {
    return detail();
  }
}
