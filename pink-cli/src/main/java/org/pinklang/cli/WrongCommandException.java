package org.pinklang.cli;

/** What the command line asks for cannot be done; the message says why and what to do. */
final class WrongCommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongCommandException(String message) {
    super(message);
  }
}
