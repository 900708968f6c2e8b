package org.pinklang.modules.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.Span;

/** Writes a record; a text that comes again is written as a number. For one thread. */
final class RecordWriter {
  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final Map<String, Integer> texts = new HashMap<>();

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** Seven bits a byte, the lowest first; the value is read unsigned. */
  void number(long value) {
    long rest = value;
    while ((rest & ~LOW_BITS) != 0) {
      bytes.write((int) (rest & LOW_BITS | MORE));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  void flag(boolean value) {
    number(value ? 1 : 0);
  }

  void choice(Enum<?> value) {
    text(value.name());
  }

  void text(String value) {
    Integer known = texts.putIfAbsent(value, texts.size());
    if (known != null) {
      number(known + 1L);
      return;
    }
    number(0);
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] value) {
    number(value.length);
    bytes.writeBytes(value);
  }

  void hash(ContentHash value) {
    bytes.writeBytes(value.value());
  }

  void span(Span value) {
    number(value.start());
    number(value.end() - value.start());
  }

  /** The number of things and each of them. */
  <T> void list(Collection<T> values, Consumer<T> each) {
    number(values.size());
    values.forEach(each);
  }
}
