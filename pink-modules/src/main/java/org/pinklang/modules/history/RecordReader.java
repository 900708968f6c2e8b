package org.pinklang.modules.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.Span;

/**
 * Reads what {@link RecordWriter} wrote. Anything else is a {@link MalformedRecordException}, and
 * never takes more memory than the bytes do, but for a constant. For one thread.
 */
final class RecordReader {
  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;
  private static final int LAST_SHIFT = 63;

  private static final int PRESIZED = 16;

  /** Types nest no deeper than texts do. */
  private static final int MAX_DEPTH = 4_000;

  private final byte[] bytes;
  private final List<String> texts = new ArrayList<>();
  private int at;
  private int depth;

  RecordReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Something begins that may hold more of its kind. */
  void enter() {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new MalformedRecordException("a type nests too deeply");
    }
  }

  /** What began last has ended. */
  void leave() {
    depth--;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      int next = octet();
      value |= (long) (next & LOW_BITS) << shift;
      if (next < MORE) {
        return value;
      }
    }
    throw new MalformedRecordException("a number does not end");
  }

  private int octet() {
    if (at == bytes.length) {
      throw new MalformedRecordException("the record ends too early");
    }
    return bytes[at++] & 0xFF;
  }

  int count() {
    long value = number();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new MalformedRecordException("a number is too large");
    }
    return (int) value;
  }

  boolean flag() {
    return number() != 0;
  }

  <E extends Enum<E>> E choice(Class<E> type) {
    try {
      return Enum.valueOf(type, text());
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException("there is no such " + type.getSimpleName());
    }
  }

  String text() {
    int known = count();
    if (known > texts.size()) {
      throw new MalformedRecordException("a text was not written before");
    }
    if (known > 0) {
      return texts.get(known - 1);
    }
    String text = new String(bytes(), StandardCharsets.UTF_8);
    texts.add(text);
    return text;
  }

  byte[] bytes() {
    return take(count());
  }

  private byte[] take(int length) {
    if (length > bytes.length - at) {
      throw new MalformedRecordException("the record ends too early");
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  ContentHash hash() {
    return ContentHash.ofValue(take(ContentHash.BYTES));
  }

  Span span() {
    int start = count();
    int length = count();
    if (length > Integer.MAX_VALUE - start) {
      throw new MalformedRecordException("a span is too long");
    }
    return new Span(start, start + length);
  }

  <T> List<T> list(Supplier<T> each) {
    int count = count();
    if (count > bytes.length - at) {
      throw new MalformedRecordException("a list is longer than the record");
    }
    List<T> values = new ArrayList<>(Math.min(count, PRESIZED));
    for (int i = 0; i < count; i++) {
      values.add(each.get());
    }
    return values;
  }
}
