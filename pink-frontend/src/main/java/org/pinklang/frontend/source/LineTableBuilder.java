package org.pinklang.frontend.source;

import com.google.common.primitives.ImmutableIntArray;

/** Finds lines and runs of long characters in a text. For one thread. */
final class LineTableBuilder {
  private final byte[] bytes;
  private final int contentStart;
  private final ImmutableIntArray.Builder lines = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder starts = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder sizes = ImmutableIntArray.builder();
  private final ImmutableIntArray.Builder counts = ImmutableIntArray.builder();

  LineTableBuilder(SourceText text) {
    this.bytes = text.bytes();
    this.contentStart = text.contentStart();
  }

  LineTable build() {
    lines.add(0);
    int at = contentStart;
    while (at < bytes.length) {
      int size = size(at);
      if (bytes[at] == '\n') {
        lines.add(at + 1);
      }
      at += size == 1 ? 1 : run(at, size);
    }
    return new LineTable(
        bytes.length,
        contentStart,
        lines.build().toArray(),
        starts.build().toArray(),
        sizes.build().toArray(),
        counts.build().toArray());
  }

  /** Notes the run that begins here; returns its number of bytes. */
  private int run(int start, int size) {
    int at = start + size;
    while (at < bytes.length && bytes[at] != '\n' && size(at) == size) {
      at += size;
    }
    starts.add(start);
    sizes.add(size);
    counts.add((at - start) / size);
    return at - start;
  }

  /** Bytes of the character here: one, and those that go on with it, be it well-formed or not. */
  private int size(int at) {
    int end = at + 1;
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end++;
    }
    return end - at;
  }
}
