package org.pinklang.frontend.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of some bytes. Immutable; compared by value. */
public final class ContentHash implements Comparable<ContentHash> {

  /** Number of bytes of a hash. */
  public static final int BYTES = 32;

  /** Nothing is ever hashed with this one. */
  private static final MessageDigest UNUSED = newSha256();

  private final byte[] value;

  private ContentHash(byte[] value) {
    this.value = value;
  }

  /** The hash of some bytes. */
  public static ContentHash of(byte[] content) {
    return new ContentHash(sha256().digest(content));
  }

  /**
   * A hash that was computed before.
   *
   * @param value exactly {@link #BYTES} bytes
   */
  public static ContentHash ofValue(byte[] value) {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + value.length);
    }
    return new ContentHash(value.clone());
  }

  /**
   * A hash written as {@link #hex} writes it.
   *
   * @throws IllegalArgumentException if this is anything else
   */
  public static ContentHash ofHex(String hex) {
    return ofValue(HexFormat.of().parseHex(hex));
  }

  /** The hash whose bytes these are; nobody else has the array. */
  static ContentHash owning(byte[] value) {
    return new ContentHash(value);
  }

  /** The bytes themselves, not to be changed. */
  byte[] bytes() {
    return value;
  }

  /** A digest to hash with, which nobody else has: a copy, as looking one up costs more. */
  static MessageDigest sha256() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      return newSha256();
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A copy of the bytes. */
  public byte[] value() {
    return value.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** Orders by the bytes, taken as unsigned numbers. */
  @Override
  public int compareTo(ContentHash other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentHash hash && Arrays.equals(value, hash.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
