package org.pinklang.codegen.object;

/** An object that is damaged, or has what no object of a group of functions has. */
public final class UnusableObjectException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Half a sentence that says what is wrong. */
  UnusableObjectException(String message) {
    super(message);
  }
}
