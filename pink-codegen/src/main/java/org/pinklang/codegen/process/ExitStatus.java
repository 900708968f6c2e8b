package org.pinklang.codegen.process;

/** What the exit status of a process says. */
final class ExitStatus {
  /** With {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  /** Added to the number of the signal that ended the process. */
  private static final int BY_SIGNAL = 128;

  private ExitStatus() {}

  /** How a process ended, as the end of a sentence about it. */
  static String describe(int status) {
    if (status == OUT_OF_MEMORY) {
      return "ran out of memory for Java objects (exit status 3)";
    }
    String signal =
        switch (status - BY_SIGNAL) {
          case 4 -> "crashed (SIGILL";
          case 6 -> "crashed (SIGABRT";
          case 7 -> "crashed (SIGBUS";
          case 8 -> "crashed (SIGFPE";
          case 9 -> "was killed (SIGKILL";
          case 11 -> "crashed (SIGSEGV";
          case 15 -> "was killed (SIGTERM";
          default -> "ended by itself (";
        };
    String separator = signal.endsWith("(") ? "" : ", ";
    return signal + separator + "exit status " + status + ")";
  }
}
