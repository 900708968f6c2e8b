package org.pinklang.link.object;

import java.io.IOException;
import java.io.Serial;

/** Bytes that were to be an object file or library are damaged, or are something else. */
public final class MalformedObjectException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong, as half a sentence. */
  public MalformedObjectException(String message) {
    super(message);
  }
}
