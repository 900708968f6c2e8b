package org.pinklang.frontend.reference;

/** How a call of a program's function ended. */
public sealed interface Outcome {

  /** It returned. */
  record Returned(Value value) implements Outcome {}

  /** It panicked; line and column count from 1. */
  record Panicked(String message, String file, int line, int column) implements Outcome {

    /** As a program writes it to standard error. */
    public String text() {
      return "panic: " + message + " at " + file + ":" + line + ":" + column;
    }
  }

  /** It took more steps than it was given. */
  record OutOfSteps() implements Outcome {}
}
