package org.pinklang.link.object;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.ElfFile.Section;

/**
 * What a byte of an object or executable belongs to.
 *
 * @param section the name of the section that holds it
 * @param symbol the linkage name of the function or variable it is part of; empty where it is part
 *     of none that has a name
 */
public record ObjectPlace(String section, Optional<String> symbol) {
  private static final int SYMBOL_BYTES = 24;
  private static final int OBJECT = 1;
  private static final int KIND = 0xF;
  private static final int VARIABLE = 1;
  private static final int FUNCTION = 2;

  /**
   * Finds what the byte at an offset belongs to; empty where it is in no section, or the bytes are
   * no ELF file.
   */
  public static Optional<ObjectPlace> find(byte[] bytes, long offset) {
    try {
      return new Search(new ElfFile(bytes), offset).find();
    } catch (MalformedObjectException e) {
      return Optional.empty();
    }
  }

  private static final class Search {
    private final ElfFile file;
    private final Section[] sections;
    private final long offset;

    Search(ElfFile file, long offset) throws MalformedObjectException {
      this.file = file;
      this.sections = file.sections();
      this.offset = offset;
    }

    Optional<ObjectPlace> find() throws MalformedObjectException {
      for (int i = 0; i < sections.length; i++) {
        Section section = sections[i];
        boolean holds = offset >= section.offset() && offset - section.offset() < section.size();
        if (section.type() != ElfFile.EMPTY && holds) {
          String name = file.text(names(file.nameSection()), section.name());
          return Optional.of(new ObjectPlace(name, Optional.ofNullable(symbol(i))));
        }
      }
      return Optional.empty();
    }

    private Section names(int index) throws MalformedObjectException {
      if (index < 0 || index >= sections.length) {
        throw new MalformedObjectException("there is no section " + index);
      }
      file.checkRange(sections[index].offset(), sections[index].size());
      return sections[index];
    }

    private @Nullable String symbol(int section) throws MalformedObjectException {
      for (Section table : sections) {
        if (table.type() == ElfFile.SYMBOL_TABLE) {
          file.checkRange(table.offset(), table.size());
          String found = symbol(section, table);
          if (found != null) {
            return found;
          }
        }
      }
      return null;
    }

    private @Nullable String symbol(int section, Section table) throws MalformedObjectException {
      // In an object a symbol's value counts from its section's start, else it is an address.
      long base = file.type() == OBJECT ? 0 : sections[section].address();
      long within = offset - sections[section].offset() + base;
      for (long at = table.offset();
          at <= table.offset() + table.size() - SYMBOL_BYTES;
          at += SYMBOL_BYTES) {
        int kind = file.byteAt(at + 4) & KIND;
        long start = file.longAt(at + 8);
        if ((kind == FUNCTION || kind == VARIABLE)
            && file.shortAt(at + 6) == section
            && within >= start
            && within - start < file.longAt(at + 16)) {
          return file.text(names(table.link()), file.intAt(at));
        }
      }
      return null;
    }
  }
}
