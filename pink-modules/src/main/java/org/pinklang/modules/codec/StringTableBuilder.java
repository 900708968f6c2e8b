package org.pinklang.modules.codec;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.NodeKind;
import org.pinklang.frontend.tree.NodeSink;

/**
 * Collects the strings of a part, each once, and numbers them in the order of their bytes. A string
 * is kept as one {@code char} from 0 to 255 for each byte. For one thread.
 */
final class StringTableBuilder implements NodeSink {
  private final TreeSet<String> strings = new TreeSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Writes the table; from then on strings have numbers. */
  void write(ByteWriter out) {
    out.putNumber(strings.size());
    strings.forEach(string -> out.putNumber(string.length()));
    for (String string : strings) {
      numbers.put(string, numbers.size());
      out.put(string.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  int numberOfText(String text) {
    return numberOfBytes(bytesOf(text));
  }

  int numberOfBytes(String bytes) {
    Integer number = numbers.get(bytes);
    if (number == null) {
      throw new IllegalStateException("a string that was not collected");
    }
    return number;
  }

  /** The UTF-8 bytes of a text, one {@code char} each; equal to it where it is ASCII. */
  static String bytesOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  @Override
  public void text(String text) {
    strings.add(bytesOf(text));
  }

  @Override
  public void bytes(String bytes) {
    strings.add(bytes);
  }

  @Override
  public void kind(NodeKind kind) {}

  @Override
  public void number(long value) {}

  @Override
  public void documentation(@Nullable Documentation documentation) {}

  @Override
  public void span(int start, int end) {}
}
