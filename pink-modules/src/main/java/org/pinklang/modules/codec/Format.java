package org.pinklang.modules.codec;

import java.util.zip.CRC32C;

/**
 * How the bytes of a manifest begin: eight bytes that no text file and no damaged transfer begins
 * with, the version of the format and that of the language, two bytes each, the number of parts;
 * then of every part its tag, offset, length and checksum; then the checksum of all that. Numbers
 * are little-endian, checksums CRC-32C.
 */
final class Format {
  /** Grows with every change of the layout of any part. */
  static final int FORMAT_VERSION = 1;

  /** The version of the language that trees are of. */
  static final int LANGUAGE_VERSION = 1;

  static final int BYTES_OF_HEAD = 14;
  static final int BYTES_OF_ENTRY = 14;
  static final int BYTES_OF_CHECKSUM = 4;

  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'M', 'I', '\r', '\n', 0x1A, '\n'};

  private Format() {}

  static byte[] magic() {
    return MAGIC.clone();
  }

  /** How many bytes at the beginning are those of a manifest. */
  static int commonMagic(byte[] bytes) {
    int at = 0;
    while (at < MAGIC.length && at < bytes.length && bytes[at] == MAGIC[at]) {
      at++;
    }
    return at;
  }

  static int checksum(byte[] bytes, int start, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, start, length);
    return (int) checksum.getValue();
  }
}
