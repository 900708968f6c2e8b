package org.pinklang.modules.codec;

import java.io.Serial;

/**
 * A declaration of a manifest that cannot be decoded, found when it is first needed: its bytes have
 * the right checksum and the wrong content, so that they were made by something else than this
 * compiler. Has no stack trace: it is about the bytes, and a file may hold any number of such
 * declarations.
 */
public class DamagedManifestException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String detail;

  DamagedManifestException(String detail) {
    super(null, null, false, false);
    this.detail = detail;
  }

  /** The same damage, for what says more of the manifest. */
  protected DamagedManifestException(DamagedManifestException cause) {
    super(null, cause, false, false);
    this.detail = cause.detail;
  }

  @Override
  public final String getMessage() {
    return "the manifest is damaged (" + detail + "); make it again from its source";
  }
}
