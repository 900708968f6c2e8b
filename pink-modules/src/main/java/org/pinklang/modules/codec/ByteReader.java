package org.pinklang.modules.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pinklang.frontend.source.ContentHash;

/**
 * Reads a range of bytes and nothing outside of it. Whatever is not there or not well-formed is a
 * {@link DamagedManifestException}. For one thread.
 */
final class ByteReader {
  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int LAST_SHIFT = 63;

  private final byte[] bytes;
  private final int end;
  private int at;

  ByteReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  int position() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  /** One byte, 0 to 255. */
  int take() {
    if (at == end) {
      throw new DamagedManifestException("a part ends too early");
    }
    return bytes[at++] & 0xFF;
  }

  /** Two bytes, the low one first. */
  int takeShort() {
    int low = take();
    return low | take() << Byte.SIZE;
  }

  /** Four bytes, the lowest first. */
  int takeInt() {
    int low = takeShort();
    return low | takeShort() << Short.SIZE;
  }

  /** A number as {@link ByteWriter#putNumber} writes it, in no more bytes than it needs. */
  long takeNumber() {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      int next = take();
      value |= (long) (next & LOW_BITS) << shift;
      if (next < MORE) {
        boolean canonical = (next != 0 || shift == 0) && (shift < LAST_SHIFT || next <= 1);
        if (canonical) {
          return value;
        }
        break;
      }
    }
    throw new DamagedManifestException("a number is not well-formed");
  }

  /** A number that is an {@code int} and not negative. */
  int takeCount() {
    return takeUpTo(Integer.MAX_VALUE);
  }

  /** A number from 0 to {@code largest}. */
  int takeUpTo(int largest) {
    long value = takeNumber();
    if (value < 0 || value > largest) {
      throw new DamagedManifestException("a number is too large");
    }
    return (int) value;
  }

  /** The number of things that follow, each of at least {@code size} bytes. */
  int takeCountOf(int size) {
    return takeUpTo(remaining() / size);
  }

  /** A number as {@link ByteWriter#putSigned} writes it. */
  int takeSigned() {
    long folded = takeNumber();
    if (folded >>> Integer.SIZE != 0) {
      throw new DamagedManifestException("a number is too large");
    }
    return (int) (folded >>> 1) ^ -(int) (folded & 1);
  }

  /** Goes over a range; returns where it starts. */
  int skip(int length) {
    if (length < 0 || length > remaining()) {
      throw new DamagedManifestException("a part ends too early");
    }
    int start = at;
    at += length;
    return start;
  }

  ContentHash takeHash() {
    return ContentHash.ofValue(takeBytes(ContentHash.BYTES));
  }

  /** A reader of the next bytes, over which this one goes. */
  ByteReader slice(int length) {
    int start = skip(length);
    return new ByteReader(bytes, start, at);
  }

  byte[] takeBytes(int length) {
    int start = skip(length);
    return Arrays.copyOfRange(bytes, start, at);
  }

  /** So many bytes of well-formed UTF-8. */
  String takeText(int length) {
    int start = skip(length);
    for (int i = start; i < at; i++) {
      if (bytes[i] < 0) {
        return wideText(start);
      }
    }
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }

  private String wideText(int start) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, at - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw new DamagedManifestException("a text is not UTF-8");
    }
  }

  void expectEnd() {
    if (at != end) {
      throw new DamagedManifestException("a part is too long");
    }
  }
}
