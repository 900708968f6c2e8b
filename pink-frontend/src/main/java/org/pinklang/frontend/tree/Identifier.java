package org.pinklang.frontend.tree;

/** One identifier as written; {@code _} included. */
public record Identifier(String text, int start, int end) implements Node {

  /** Whether this is {@code _}, which discards. */
  public boolean isDiscard() {
    return text.equals("_");
  }
}
