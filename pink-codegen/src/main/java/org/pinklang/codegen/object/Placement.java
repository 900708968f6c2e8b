package org.pinklang.codegen.object;

import java.util.Arrays;

/** Where a section of one object has come to lie in a merged one. */
final class Placement {
  private final MergedSection section;
  private final int start;
  private int[] from = new int[0];
  private int[] to = new int[0];
  private int entries;

  Placement(MergedSection section, int start) {
    this.section = section;
    this.start = start;
  }

  MergedSection section() {
    return section;
  }

  /** Says where the entry that began at an offset begins now; in ascending order. */
  void addEntry(int oldOffset, int newOffset) {
    if (entries == from.length) {
      from = Arrays.copyOf(from, entries * 2 + 8);
      to = Arrays.copyOf(to, entries * 2 + 8);
    }
    from[entries] = oldOffset;
    to[entries++] = newOffset;
  }

  /** Whether the section's parts lie apart now. */
  boolean isByEntry() {
    return entries != 0;
  }

  /** Where what was at an offset of the section is in the merged section. */
  long at(long offset) {
    if (entries == 0) {
      return start + offset;
    }
    int key = (int) Math.max(0, Math.min(offset, Integer.MAX_VALUE));
    int found = Arrays.binarySearch(from, 0, entries, key);
    int entry = found >= 0 ? found : -found - 2;
    return to[entry] + (offset - from[entry]);
  }
}
