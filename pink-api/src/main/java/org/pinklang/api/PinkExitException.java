package org.pinklang.api;

/** A loaded program asked to end the process, which goes on. */
public final class PinkExitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  PinkExitException(int status) {
    super("the program asked to exit with status " + status);
    this.status = status;
  }

  /** The status, from 0 to 255. */
  public int status() {
    return status;
  }
}
