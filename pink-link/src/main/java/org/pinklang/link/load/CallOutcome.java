package org.pinklang.link.load;

/** How a call into loaded code ended. */
public sealed interface CallOutcome {
  /**
   * The function returned.
   *
   * @param first its first result as {@link ScalarType} says, 0 when it has none
   * @param second its second one, likewise
   */
  record Returned(long first, long second) implements CallOutcome {}

  /**
   * The program panicked; nothing was written.
   *
   * @param message what the program says, without the position
   * @param file the logical name of the unit
   * @param line from 1
   * @param column from 1, in Unicode scalar values
   */
  record Panicked(String message, String file, int line, int column) implements CallOutcome {}

  /**
   * The program asked to end the process, which goes on.
   *
   * @param status what it would have ended with; of it the low 8 bits count
   */
  record Exited(int status) implements CallOutcome {}

  /**
   * Java code that loaded code called back threw.
   *
   * @param cause what it threw
   */
  record Unwound(Throwable cause) implements CallOutcome {}
}
