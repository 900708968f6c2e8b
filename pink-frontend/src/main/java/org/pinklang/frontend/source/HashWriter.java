package org.pinklang.frontend.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Computes the hash of a sequence of values. A value has either a fixed length or its length before
 * it, so that sequences of the same kinds of values never look the same when a value differs; what
 * kind comes next, and how many, is for the caller to write. For one thread.
 */
public final class HashWriter {
  /** More than this is hashed as it comes, so that what is written is never kept whole. */
  private static final int BUFFER_LIMIT = 1 << 13;

  private static final int FIRST_BUFFER = 1 << 8;

  private final MessageDigest digest = ContentHash.sha256();
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int size;

  /** Eight bytes, the lowest first. */
  public HashWriter number(long value) {
    reserve(Long.BYTES);
    for (int bits = 0; bits < Long.SIZE; bits += Byte.SIZE) {
      buffer[size++] = (byte) (value >>> bits);
    }
    return this;
  }

  /** One byte, the lowest of the number. */
  public HashWriter octet(int value) {
    reserve(1);
    buffer[size++] = (byte) value;
    return this;
  }

  /** One byte, 1 or 0. */
  public HashWriter flag(boolean value) {
    return octet(value ? 1 : 0);
  }

  /** The number of bytes in UTF-8, and these. */
  public HashWriter text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    return bytes(bytes);
  }

  /** The bytes of a hash. */
  public HashWriter hash(ContentHash value) {
    return bytes(value.bytes());
  }

  private HashWriter bytes(byte[] bytes) {
    if (bytes.length > BUFFER_LIMIT) {
      flush();
      digest.update(bytes);
    } else {
      reserve(bytes.length);
      System.arraycopy(bytes, 0, buffer, size, bytes.length);
      size += bytes.length;
    }
    return this;
  }

  private void reserve(int bytes) {
    if (size + bytes > BUFFER_LIMIT) {
      flush();
    }
    if (size + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + bytes));
    }
  }

  private void flush() {
    digest.update(buffer, 0, size);
    size = 0;
  }

  /** The hash of all that was written; ends the use of this. */
  public ContentHash finish() {
    flush();
    return ContentHash.owning(digest.digest());
  }
}
