package org.pinklang.frontend.tree;

import org.jspecify.annotations.Nullable;

/**
 * {@code module m;}, {@code module m:p;}, {@code implement m;} or {@code implement m:p;}.
 *
 * @param partition the name after the colon
 */
public record UnitDeclaration(
    @Nullable Documentation documentation,
    Keyword keyword,
    ModuleName module,
    @Nullable Identifier partition,
    int start,
    int end)
    implements Node {

  /** How the declaration begins. */
  public enum Keyword {
    /** An interface unit. */
    MODULE,
    /** A unit that is no part of the interface. */
    IMPLEMENT
  }
}
