package org.pinklang.frontend.query;

import org.pinklang.frontend.check.Referent;

/**
 * What a name stands for, as a user sees it.
 *
 * @param referent its identity: equal in every unit and build for the same declaration
 * @param kind what it is
 * @param detail how it is declared, on one line: {@code fn dot(a: Vector, b: Vector) -> Float},
 *     {@code x: Integer}; types as written where they are, inferred otherwise
 * @param documentation the comment before its declaration; empty for none
 */
public record Symbol(Referent referent, SymbolKind kind, String detail, String documentation) {

  /** The declared name; the full name of a module. */
  public String name() {
    return referent.name();
  }

  /** What an editor shows when a pointer rests on the name: the declaration and its comment. */
  public String hover() {
    return documentation.isEmpty() ? detail : detail + "\n\n" + documentation;
  }
}
