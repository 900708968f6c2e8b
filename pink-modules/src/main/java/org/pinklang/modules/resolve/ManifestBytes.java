package org.pinklang.modules.resolve;

import org.pinklang.frontend.manifest.Manifest;

/** Makes manifests from the bytes of files: the binary form or the text form, told by content. */
final class ManifestBytes {

  private ManifestBytes() {}

  /** What the bytes of a file turn out to be. */
  sealed interface Content {

    /** A manifest. */
    record Readable(Manifest manifest) implements Content {}

    /** A manifest that cannot be used. */
    record Broken(Remark.Kind kind, String detail) implements Content {}

    /** No manifest. */
    record Other() implements Content {}
  }

  /** Reads the bytes of a file that may hold a manifest. */
  static Content read(byte[] bytes) {
    return new Content.Other();
  }
}
