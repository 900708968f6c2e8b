package org.pinklang.link.object;

/** Reads DWARF's numbers from bytes that this compiler made. */
final class DwarfReader {
  private final byte[] bytes;
  private int at;

  DwarfReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  int at() {
    return at;
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  int octet() {
    return Byte.toUnsignedInt(bytes[at++]);
  }

  int half() {
    return octet() | octet() << 8;
  }

  long word() {
    return Integer.toUnsignedLong(half() | half() << 16);
  }

  /** A number without sign, seven bits in each byte. */
  long unsigned() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = octet();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  /** A number with sign, seven bits in each byte. */
  long signed() {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = octet();
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next >= 0x80);
    return shift < Long.SIZE && (next & 0x40) != 0 ? value | -1L << shift : value;
  }

  void skip(long count) {
    at += (int) count;
  }

  /** Skips a text that ends with a zero byte. */
  void skipText() {
    while (octet() != 0) {
      // The loop's condition reads.
    }
  }
}
