package org.pinklang.frontend.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Computes the hash of a sequence of values. A value has either a fixed length or its length before
 * it, so that sequences of the same kinds of values never look the same when a value differs; what
 * kind comes next, and how many, is for the caller to write. For one thread.
 */
public final class HashWriter {
  private final MessageDigest digest = ContentHash.sha256();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** Eight bytes, the lowest first. */
  public HashWriter number(long value) {
    digest.update(number.putLong(0, value).array());
    return this;
  }

  /** One byte, the lowest of the number. */
  public HashWriter octet(int value) {
    digest.update((byte) value);
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
    digest.update(bytes);
    return this;
  }

  /** The bytes of a hash. */
  public HashWriter hash(ContentHash value) {
    digest.update(value.value());
    return this;
  }

  /** The hash of all that was written; ends the use of this. */
  public ContentHash finish() {
    return ContentHash.ofValue(digest.digest());
  }
}
