package org.pinklang.frontend.tree;

/** A literal. */
public sealed interface Literal extends Expression {

  /**
   * An integer literal.
   *
   * @param text as written
   * @param value the 64 bits, to be read unsigned
   */
  record IntegerLiteral(String text, long value, int start, int end) implements Literal {}

  /**
   * A float literal. The text is kept because rounding to single precision must start from it.
   *
   * @param text as written, with any {@code _} removed
   */
  record FloatLiteral(String text, int start, int end) implements Literal {}

  /**
   * A character literal.
   *
   * @param value the byte, 0 to 255
   */
  record CharacterLiteral(int value, int start, int end) implements Literal {}

  /**
   * A string literal.
   *
   * @param bytes one {@code char} from 0 to 255 for each byte of the value
   */
  record StringLiteral(String bytes, int start, int end) implements Literal {}

  /** {@code true} or {@code false}. */
  record BooleanLiteral(boolean value, int start, int end) implements Literal {}

  /** {@code nil}. */
  record NilLiteral(int start, int end) implements Literal {}
}
