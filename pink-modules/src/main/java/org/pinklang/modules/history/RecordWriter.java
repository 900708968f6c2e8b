package org.pinklang.modules.history;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.codec.ByteWriter;

/** Writes a record; a text that comes again is written as a number. For one thread. */
final class RecordWriter {
  private final ByteWriter bytes = new ByteWriter();
  private final Map<String, Integer> texts = new HashMap<>();

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** Small ones short; the value is read unsigned. */
  void number(long value) {
    bytes.putNumber(value);
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
    bytes.put(value);
  }

  void hash(ContentHash value) {
    bytes.put(value.value());
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
