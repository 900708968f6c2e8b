package org.pinklang.modules.codec;

import java.util.Arrays;

/** Bytes that grow. For one thread. */
public final class ByteWriter {
  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[256];
  private int size;

  int size() {
    return size;
  }

  void put(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /** Two bytes, the low one first. */
  void putShort(int value) {
    put(value);
    put(value >>> Byte.SIZE);
  }

  /** Four bytes, the lowest first. */
  void putInt(int value) {
    putShort(value);
    putShort(value >>> Short.SIZE);
  }

  /** Seven bits a byte, the lowest first; the value is read unsigned. */
  public void putNumber(long value) {
    long rest = value;
    while ((rest & ~LOW_BITS) != 0) {
      put((int) (rest & LOW_BITS | MORE));
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** A number of either sign, small ones short. */
  void putSigned(int value) {
    putNumber((value << 1 ^ value >> 31) & 0xFFFF_FFFFL);
  }

  /** Some bytes as they are. */
  public void put(byte[] content) {
    reserve(content.length);
    System.arraycopy(content, 0, bytes, size, content.length);
    size += content.length;
  }

  void put(ByteWriter content) {
    reserve(content.size);
    System.arraycopy(content.bytes, 0, bytes, size, content.size);
    size += content.size;
  }

  /** A copy of what was put. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      int wanted = Math.addExact(size, more);
      int doubled = (int) Math.min(Integer.MAX_VALUE - 8, bytes.length * 2L);
      bytes = Arrays.copyOf(bytes, Math.max(wanted, doubled));
    }
  }
}
