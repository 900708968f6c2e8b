package org.pinklang.frontend.tree;

import java.util.List;
import java.util.function.Consumer;

/** Text that grows line by line, with a margin. For one thread. */
final class PrintBuffer {
  private static final String INDENT = "    ";

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean lineBegins = true;

  PrintBuffer put(String part) {
    if (lineBegins && !part.isEmpty()) {
      text.append(INDENT.repeat(depth));
      lineBegins = false;
    }
    text.append(part);
    return this;
  }

  void line() {
    text.append('\n');
    lineBegins = true;
  }

  void indent() {
    depth++;
  }

  void outdent() {
    depth--;
  }

  /** Puts elements with commas between them. */
  <T> void list(List<T> elements, Consumer<T> each) {
    boolean first = true;
    for (T element : elements) {
      if (!first) {
        put(", ");
      }
      first = false;
      each.accept(element);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
