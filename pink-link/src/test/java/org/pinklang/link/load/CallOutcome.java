package org.pinklang.link.load;

/** How a call into loaded code ended, to be compared. */
public sealed interface CallOutcome {
  /** The function returned. */
  record Returned(long value) implements CallOutcome {}

  /** The program panicked. */
  record Panicked(String message, String file, int line, int column) implements CallOutcome {}

  /** The program exited. */
  record Exited(int status) implements CallOutcome {}

  /** Java code that loaded code called back threw. */
  record Unwound(Throwable cause) implements CallOutcome {}
}
