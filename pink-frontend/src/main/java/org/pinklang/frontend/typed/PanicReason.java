package org.pinklang.frontend.typed;

/**
 * Why an operation panics, with the message that a running program, the constant evaluator and the
 * in-process exception all give. {@link RangePanics} has the messages that tell values.
 */
public enum PanicReason {
  /** {@code /} or {@code %} of integers by zero. */
  DIVISION_BY_ZERO("division by zero"),
  /** {@code /} or {@code %} of the most negative integer by −1. */
  DIVISION_OVERFLOW("division overflow"),
  /** A shift count that is negative or not below the width. */
  SHIFT_OUT_OF_RANGE("shift count out of range"),
  /** {@code p!} of nil. */
  NIL_POINTER("pointer is nil"),
  /** {@code assert} of false. */
  ASSERTION_FAILED("assertion failed"),
  /** No stack left. */
  OUT_OF_STACK("out of stack");

  private final String message;

  PanicReason(String message) {
    this.message = message;
  }

  /** What stands after {@code panic: }. */
  public String message() {
    return message;
  }
}
