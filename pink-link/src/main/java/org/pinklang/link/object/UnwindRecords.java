package org.pinklang.link.object;

import java.util.BitSet;
import java.util.Optional;
import org.pinklang.link.object.ElfFile.Section;

/**
 * The records of an {@code .eh_frame}, which unwinders follow without knowing where the section
 * ends: one that leads elsewhere would take them out of the program, and a zero word would hide the
 * records of all objects behind it. Immutable.
 */
final class UnwindRecords {
  /** What lengths and distances take. */
  private static final int WORD = 4;

  /** The words by which one gets from record to record, by their numbers in the section. */
  private final BitSet links;

  private UnwindRecords(BitSet links) {
    this.links = links;
  }

  /**
   * Reads a section.
   *
   * @param section whose range lies in the file
   * @return empty unless it is records from its beginning to its end, each of whole words, and each
   *     of a function leads back to one that is common to functions
   */
  static Optional<UnwindRecords> of(ElfFile file, Section section) {
    BitSet links = new BitSet();
    BitSet common = new BitSet();
    int end = (int) section.size();
    int at = 0;
    while (at < end) {
      int left = end - at - WORD;
      // The largest number, which says that a longer one follows, is more than any file has left.
      long length = left < 0 ? 0 : word(file, section, at);
      if (length < WORD || length > left || length % WORD != 0) {
        return Optional.empty();
      }
      long back = word(file, section, at + WORD);
      long owner = at + WORD - back;
      if (back == 0) {
        common.set(at);
      } else if (owner < 0 || !common.get((int) owner)) {
        return Optional.empty();
      }
      links.set(at / WORD, at / WORD + 2);
      at += WORD + (int) length;
    }
    return Optional.of(new UnwindRecords(links));
  }

  private static long word(ElfFile file, Section section, int at) {
    return Integer.toUnsignedLong(file.intAt(section.offset() + at));
  }

  /** Whether what is written to a place of the section leaves the way through it as it is. */
  boolean areKept(int offset, int bytes) {
    int next = links.nextSetBit(offset / WORD);
    return next < 0 || next > (offset + bytes - 1) / WORD;
  }
}
