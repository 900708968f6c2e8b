package org.pinklang.link.lld;

import java.io.Serial;

/**
 * The linker failed on objects it should have taken, or did not run. The message carries what it
 * said. It is a bug of ours or a failing machine, never an error of a Pink program.
 */
public final class LinkerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  LinkerException(String message) {
    super(message);
  }

  LinkerException(String message, Throwable cause) {
    super(message, cause);
  }
}
