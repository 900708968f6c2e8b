package org.pinklang.link.object;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.ElfFile.Section;

/** Reads symbol tables of 64-bit little-endian ELF files, believing none of their numbers. */
final class ElfSymbolReader {
  /** The section type of the symbols a shared library offers and needs at run time. */
  static final int DYNAMIC_SYMBOLS = 11;

  private static final int VERSIONS = 0x6fffffff;
  private static final int HIDDEN_VERSION = 0x8000;
  private static final int SYMBOL_BYTES = 24;
  private static final int LOCAL = 0;
  private static final int WEAK = 2;
  private static final int VISIBILITY = 3;
  private static final int DEFAULT = 0;
  private static final int PROTECTED = 3;

  private final ElfFile file;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> weak = new HashSet<>();
  private final Set<String> exported = new HashSet<>();
  private final Set<String> undefined = new HashSet<>();

  ElfSymbolReader(byte[] bytes) throws MalformedObjectException {
    file = new ElfFile(bytes);
  }

  ObjectSymbols read(int tableType) throws MalformedObjectException {
    Section[] sections = file.sections();
    Section versions = tableType == DYNAMIC_SYMBOLS ? find(sections, VERSIONS) : null;
    for (Section section : sections) {
      if (section.type() == tableType) {
        file.checkRange(section.offset(), section.size());
        readSymbols(section, namesOf(section, sections), versions);
      }
    }
    return new ObjectSymbols(defined, weak, exported, undefined);
  }

  private @Nullable Section find(Section[] sections, int type) throws MalformedObjectException {
    for (Section section : sections) {
      if (section.type() == type) {
        file.checkRange(section.offset(), section.size());
        return section;
      }
    }
    return null;
  }

  private Section namesOf(Section table, Section[] sections) throws MalformedObjectException {
    if (table.link() < 0
        || table.link() >= sections.length
        || sections[table.link()].type() != ElfFile.NAMES) {
      throw new MalformedObjectException("a symbol table without names");
    }
    Section names = sections[table.link()];
    file.checkRange(names.offset(), names.size());
    return names;
  }

  private void readSymbols(Section table, Section names, @Nullable Section versions)
      throws MalformedObjectException {
    int count = (int) (table.size() / SYMBOL_BYTES);
    for (int i = 1; i < count; i++) {
      long at = table.offset() + (long) i * SYMBOL_BYTES;
      int binding = file.byteAt(at + 4) >>> 4;
      if (binding != LOCAL && isOffered(i, versions)) {
        String name = file.text(names, file.intAt(at));
        boolean isDefined = file.shortAt(at + 6) != 0;
        int visibility = file.byteAt(at + 5) & VISIBILITY;
        add(name, binding, isDefined);
        if (isDefined && (visibility == DEFAULT || visibility == PROTECTED)) {
          exported.add(name);
        }
      }
    }
  }

  private boolean isOffered(int index, @Nullable Section versions) {
    if (versions == null || (index + 1L) * 2 > versions.size()) {
      return true;
    }
    return (file.shortAt(versions.offset() + index * 2L) & HIDDEN_VERSION) == 0;
  }

  private void add(String name, int binding, boolean isDefined) {
    if (!isDefined) {
      if (binding != WEAK) {
        undefined.add(name);
      }
      return;
    }
    defined.add(name);
    if (binding == WEAK) {
      weak.add(name);
    }
  }
}
