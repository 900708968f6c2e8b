package org.pinklang.api;

/** A loaded program panicked; the process lives and the program can be called again. */
public final class PinkPanicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String file;
  private final int line;
  private final int column;

  PinkPanicException(String reason, String file, int line, int column) {
    super("%s at %s:%d:%d".formatted(reason, file, line, column));
    this.reason = reason;
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** What the panic says, without its position. */
  public String reason() {
    return reason;
  }

  /** The logical name of the unit that panicked. */
  public String file() {
    return file;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1, in Unicode scalar values. */
  public int column() {
    return column;
  }
}
