package org.pinklang.link.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinklang.link.object.ElfFile.Section;

/**
 * The part {@code .eh_frame} of an object file for x86-64, as LLVM writes it: for each function
 * where its caller's frame is. Immutable.
 */
public final class UnwindTable {
  private static final int RELOCATION_BYTES = 24;
  private static final int SYMBOL_BYTES = 24;

  /** The code of one function; its steps begin with those that are common to all functions. */
  private record Entry(int section, long offset, long bytes, byte[] common, byte[] own) {}

  /** The place that a relocation puts into the table. */
  private record Place(int section, long offset) {}

  private final List<Entry> entries;

  private UnwindTable(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Where the caller's frame is while an instruction runs.
   *
   * @param section the number of its section
   * @param offset of the instruction in the section
   * @return empty where the object does not say
   */
  public Optional<UnwindRow> row(int section, long offset) {
    for (Entry entry : entries) {
      if (entry.section == section
          && offset >= entry.offset
          && offset - entry.offset < entry.bytes) {
        return UnwindSteps.run(entry.common, entry.own, offset - entry.offset);
      }
    }
    return Optional.empty();
  }

  static UnwindTable of(ElfFile file, Section[] sections) throws MalformedObjectException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < sections.length; i++) {
      if (isUnwinding(file, sections, sections[i])) {
        file.checkRange(sections[i].offset(), sections[i].size());
        read(file, sections[i], places(file, sections, i), entries);
      }
    }
    return new UnwindTable(entries);
  }

  private static boolean isUnwinding(ElfFile file, Section[] sections, Section section)
      throws MalformedObjectException {
    String name = file.text(sections[file.nameSection()], section.name());
    return name.equals(".eh_frame") && section.type() != ElfFile.EMPTY;
  }

  /** Which code the words of the table stand for, by their offsets. */
  private static Map<Long, Place> places(ElfFile file, Section[] sections, int table)
      throws MalformedObjectException {
    Map<Long, Place> places = new HashMap<>();
    for (Section section : sections) {
      if (section.type() == ElfFile.RELOCATIONS && section.info() == table) {
        file.checkRange(section.offset(), section.size());
        Section symbols = sections[section.link()];
        for (long at = section.offset();
            at <= section.offset() + section.size() - RELOCATION_BYTES;
            at += RELOCATION_BYTES) {
          long symbol = symbols.offset() + (file.longAt(at + 8) >>> 32) * SYMBOL_BYTES;
          file.checkRange(symbol, SYMBOL_BYTES);
          long offset = file.longAt(symbol + 8) + file.longAt(at + 16);
          places.put(file.longAt(at), new Place(file.shortAt(symbol + 6), offset));
        }
      }
    }
    return places;
  }

  private static void read(
      ElfFile file, Section table, Map<Long, Place> places, List<Entry> entries)
      throws MalformedObjectException {
    Map<Long, byte[]> common = new HashMap<>();
    long at = 0;
    while (at + 8 <= table.size()) {
      long length = Integer.toUnsignedLong(file.intAt(table.offset() + at));
      if (length == 0) {
        break;
      }
      long body = at + 4;
      long end = body + length;
      if (end > table.size()) {
        throw new MalformedObjectException("an entry of .eh_frame is longer than the section");
      }
      byte[] bytes = file.bytes(table.offset() + body, (int) length);
      long owner = Integer.toUnsignedLong(file.intAt(table.offset() + body));
      if (owner == 0) {
        common.put(at, commonSteps(bytes));
      } else {
        Place place = places.get(body + 4);
        byte[] shared = common.get(body - owner);
        if (place != null && shared != null) {
          entries.add(entry(place, bytes, shared));
        }
      }
      at = end;
    }
  }

  /** The steps of an entry that others refer to, which has the form that LLVM gives it. */
  private static byte[] commonSteps(byte[] bytes) {
    DwarfReader reader = new DwarfReader(bytes, 5);
    reader.skipText();
    reader.unsigned();
    reader.signed();
    reader.unsigned();
    int augmentation = (int) reader.unsigned();
    return Arrays.copyOfRange(bytes, reader.at() + augmentation, bytes.length);
  }

  /** An entry of a function: its place and length in words of four bytes, then its steps. */
  private static Entry entry(Place place, byte[] bytes, byte[] common) {
    DwarfReader reader = new DwarfReader(bytes, 8);
    long length = reader.word();
    int augmentation = (int) reader.unsigned();
    byte[] own = Arrays.copyOfRange(bytes, reader.at() + augmentation, bytes.length);
    return new Entry(place.section, place.offset, length, common, own);
  }
}
