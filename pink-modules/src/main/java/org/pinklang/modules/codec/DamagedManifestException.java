package org.pinklang.modules.codec;

import java.io.Serial;

/**
 * A declaration of a manifest that cannot be decoded, found when it is first needed: its bytes have
 * the right checksum and the wrong content, so that they were made by something else than this
 * compiler.
 */
public final class DamagedManifestException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  DamagedManifestException(String detail) {
    super("the manifest is damaged (" + detail + "); make it again from its source");
  }
}
