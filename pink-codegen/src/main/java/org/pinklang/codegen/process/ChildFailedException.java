package org.pinklang.codegen.process;

/** A child did not do its job; the message says how, as the end of a sentence about it. */
final class ChildFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  ChildFailedException(String message) {
    super(message);
  }
}
