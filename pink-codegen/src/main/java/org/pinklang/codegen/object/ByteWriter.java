package org.pinklang.codegen.object;

import java.util.Arrays;

/** Bytes that grow; numbers go lowest byte first. */
final class ByteWriter {
  private byte[] bytes;
  private int size;

  ByteWriter(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  int size() {
    return size;
  }

  ByteWriter bytes(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
    return this;
  }

  ByteWriter octet(int value) {
    return number(value, 1);
  }

  ByteWriter half(int value) {
    return number(value, 2);
  }

  ByteWriter word(int value) {
    return number(value, 4);
  }

  ByteWriter quad(long value) {
    return number(value, 8);
  }

  private ByteWriter number(long value, int length) {
    reserve(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) (value >>> 8 * i);
    }
    return this;
  }

  /** Writes over four bytes that are there already. */
  void patchWord(int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  /** Fills up to a multiple of a power of two. */
  ByteWriter align(int alignment, byte filler) {
    int padding = -size & alignment - 1;
    reserve(padding);
    Arrays.fill(bytes, size, size + padding, filler);
    size += padding;
    return this;
  }

  /** The bytes themselves, of which {@link #size} count. */
  byte[] array() {
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (more > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}
