package org.pinklang.modules.codec;

import java.io.Serial;

/**
 * Bytes that are no manifest of this compiler. The message says what is wrong and what to do; it
 * names no file, because bytes do not know theirs.
 */
public final class ManifestFormatException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong with the bytes. */
  public enum Reason {
    /** They begin like something else. */
    NOT_A_MANIFEST,
    /** Their layout is that of another version of the compiler. */
    OTHER_FORMAT_VERSION,
    /** They describe a unit of another version of the language. */
    OTHER_LANGUAGE_VERSION,
    /** They end too early. */
    TRUNCATED,
    /** They were changed after they were written, or never were well-formed. */
    DAMAGED
  }

  private final Reason reason;

  ManifestFormatException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  ManifestFormatException(DamagedManifestException damage) {
    super(damage.getMessage(), damage);
    this.reason = Reason.DAMAGED;
  }

  /** What is wrong with the bytes. */
  public Reason reason() {
    return reason;
  }
}
