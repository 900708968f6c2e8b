package org.pinklang.modules.resolve;

import java.nio.charset.StandardCharsets;

/** Tells from its beginning whether a text is a manifest. */
final class ManifestHead {
  private static final byte[] KEYWORD = "manifest".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private int at;

  private ManifestHead(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the first word of a text, which comments may precede, is {@code manifest}. */
  static boolean begins(byte[] bytes) {
    ManifestHead head = new ManifestHead(bytes);
    head.skipSpaceAndComments();
    return head.atKeyword();
  }

  private void skipSpaceAndComments() {
    if (startsWith(0xef, 0xbb) && bytes.length > 2) {
      at = 3;
    }
    while (at < bytes.length) {
      if (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r')) {
        at++;
      } else if (startsWith('/', '/')) {
        skipLine();
      } else {
        return;
      }
    }
  }

  private boolean startsWith(int first, int second) {
    return at + 1 < bytes.length
        && Byte.toUnsignedInt(bytes[at]) == first
        && Byte.toUnsignedInt(bytes[at + 1]) == second;
  }

  private void skipLine() {
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
  }

  private boolean atKeyword() {
    if (bytes.length - at < KEYWORD.length) {
      return false;
    }
    for (int i = 0; i < KEYWORD.length; i++) {
      if (bytes[at + i] != KEYWORD[i]) {
        return false;
      }
    }
    int after = at + KEYWORD.length;
    return after == bytes.length || !isNamePart(bytes[after]);
  }

  private static boolean isNamePart(byte b) {
    return b == '_' || Character.isLetterOrDigit(b);
  }
}
