package org.pinklang.frontend.tree;

import java.util.List;
import java.util.stream.Collectors;

/** A dotted module name, also as the qualifier before {@code ::}; has at least one segment. */
public record ModuleName(List<Identifier> segments, int start, int end) implements Node {

  /** Copies the list. */
  public ModuleName {
    segments = List.copyOf(segments);
  }

  /** The segments joined by dots. */
  public String text() {
    return segments.size() == 1
        ? segments.get(0).text()
        : segments.stream().map(Identifier::text).collect(Collectors.joining("."));
  }

  /** The last segment: the qualifier an import without alias gives. */
  public Identifier last() {
    return segments.get(segments.size() - 1);
  }
}
