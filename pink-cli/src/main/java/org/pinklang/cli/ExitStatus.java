package org.pinklang.cli;

/** The exit statuses of the command. */
final class ExitStatus {
  /** All was done. */
  static final int DONE = 0;

  /** The program has errors. */
  static final int PROGRAM_ERRORS = 1;

  /** The command is wrong. */
  static final int WRONG_COMMAND = 2;

  /** The compiler has a bug. */
  static final int INTERNAL_ERROR = 70;

  /** A program that was run panicked. */
  static final int PANIC = 101;

  private ExitStatus() {}
}
