package org.pinklang.codegen.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.codegen.object.ElfObject.Kind;
import org.pinklang.codegen.object.ElfObject.Section;

/** A section of the merged object, which grows by sections of the same kind. */
final class MergedSection {
  /** Fills the space between functions, where nothing is executed. */
  private static final byte TRAP = (byte) 0xCC;

  private final Kind kind;
  private final ByteWriter bytes = new ByteWriter(1 << 12);
  private final List<MergedRelocation> relocations = new ArrayList<>();
  private final Map<String, Integer> entries = new HashMap<>();
  private int alignment = 1;
  private int sizeWithoutBytes;

  /** A relocation; {@code symbol} is null for none. */
  record MergedRelocation(int offset, int type, MergedSymbol symbol, long addend) {}

  MergedSection(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  int alignment() {
    return alignment;
  }

  int size() {
    return kind.hasBytes() ? bytes.size() : sizeWithoutBytes;
  }

  ByteWriter bytes() {
    return bytes;
  }

  List<MergedRelocation> relocations() {
    return relocations;
  }

  /** Appends a section and says where its parts have come to lie. */
  Placement add(Section section) throws UnusableObjectException {
    alignment = Math.max(alignment, section.alignment());
    if (isMergedByEntry(section)) {
      return addEntries(section);
    }
    if (!kind.hasBytes()) {
      return addWithoutBytes(section);
    }
    bytes.align(section.alignment(), kind.isCode() ? TRAP : 0);
    int start = bytes.size();
    bytes.bytes(section.file(), section.offset(), section.size());
    return new Placement(this, start);
  }

  private Placement addWithoutBytes(Section section) throws UnusableObjectException {
    long mask = section.alignment() - 1L;
    long start = sizeWithoutBytes + mask & ~mask;
    if (start + section.size() > Integer.MAX_VALUE) {
      throw new UnusableObjectException("more than 2 GiB of zeros");
    }
    sizeWithoutBytes = (int) (start + section.size());
    return new Placement(this, (int) start);
  }

  /** Entries aligned beyond their size have padding between them that looks like entries. */
  private boolean isMergedByEntry(Section section) {
    return kind.isMergeable()
        && section.alignment() <= kind.entryBytes()
        && section.relocations().isEmpty();
  }

  private Placement addEntries(Section section) {
    Placement placement = new Placement(this, 0);
    int at = 0;
    while (at < section.size()) {
      int length = entryLength(section, at);
      int from = section.offset() + at;
      // One char for each byte makes a key that is compared by value.
      @SuppressWarnings("deprecation")
      String entry = new String(section.file(), 0, from, length);
      Integer known = entries.get(entry);
      if (known == null) {
        known = bytes.size();
        entries.put(entry, known);
        bytes.bytes(section.file(), from, length);
      }
      placement.addEntry(at, known);
      at += length;
    }
    return placement;
  }

  private int entryLength(Section section, int at) {
    if (!kind.isStrings()) {
      return (int) kind.entryBytes();
    }
    int end = at;
    while (section.file()[section.offset() + end] != 0) {
      end++;
    }
    return end + 1 - at;
  }
}
