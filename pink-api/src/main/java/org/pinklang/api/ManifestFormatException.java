package org.pinklang.api;

import org.pinklang.modules.codec.DamagedManifestException;

/**
 * Bytes that are no manifest this compiler can read: something else, of another version, cut off or
 * damaged. The message says which, and what to do.
 */
public final class ManifestFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ManifestFormatException(org.pinklang.modules.codec.ManifestFormatException cause) {
    super(cause.getMessage(), cause);
  }

  ManifestFormatException(DamagedManifestException cause) {
    super(cause.getMessage(), cause);
  }
}
