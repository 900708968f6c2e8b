package org.pinklang.frontend.source;

/**
 * A half-open range of byte offsets in the UTF-8 bytes of one text.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte, never before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** Checks that the range is not negative. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The smallest span that holds both. */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
