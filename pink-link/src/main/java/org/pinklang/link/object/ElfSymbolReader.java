package org.pinklang.link.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads symbol tables of 64-bit little-endian ELF files, believing none of their numbers. */
final class ElfSymbolReader {
  /** The section type of an object's symbol table. */
  static final int SYMBOL_TABLE = 2;

  /** The section type of the symbols a shared library offers and needs at run time. */
  static final int DYNAMIC_SYMBOLS = 11;

  private static final int VERSIONS = 0x6fffffff;
  private static final int HIDDEN_VERSION = 0x8000;
  private static final int MAGIC = 0x464c457f;
  private static final int HEADER_BYTES = 64;
  private static final int SYMBOL_BYTES = 24;
  private static final int LOCAL = 0;
  private static final int WEAK = 2;

  private final ByteBuffer file;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> weak = new HashSet<>();
  private final Set<String> undefined = new HashSet<>();

  ElfSymbolReader(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One section's header, its range checked to lie in the file. */
  private record Section(int type, int offset, int size, int link) {}

  ObjectSymbols read(int tableType) throws MalformedObjectException {
    checkHeader();
    Section[] sections = readSections();
    Section versions = tableType == DYNAMIC_SYMBOLS ? find(sections, VERSIONS) : null;
    for (Section section : sections) {
      if (section.type() == tableType) {
        readSymbols(section, namesOf(section, sections), versions);
      }
    }
    return new ObjectSymbols(defined, weak, undefined);
  }

  private void checkHeader() throws MalformedObjectException {
    boolean usual =
        file.limit() >= HEADER_BYTES
            && file.getInt(0) == MAGIC
            && file.get(4) == 2
            && file.get(5) == 1;
    if (!usual) {
      throw new MalformedObjectException("not a 64-bit little-endian ELF file");
    }
  }

  private Section[] readSections() throws MalformedObjectException {
    int table = offset(file.getLong(40));
    int entry = Short.toUnsignedInt(file.getShort(58));
    if (table == 0) {
      return new Section[0];
    }
    if (entry < HEADER_BYTES) {
      throw new MalformedObjectException("section headers of " + entry + " bytes");
    }
    checkRange(table, entry);
    // With 65,280 sections or more their number is in the first, unused header.
    long count = Short.toUnsignedLong(file.getShort(60));
    count = count == 0 ? file.getLong(table + 32) : count;
    checkRange(table, Math.multiplyHigh(count, entry) == 0 ? count * entry : -1);
    Section[] sections = new Section[(int) count];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = readSection(table + i * entry);
    }
    return sections;
  }

  private Section readSection(int at) throws MalformedObjectException {
    int type = file.getInt(at + 4);
    boolean isRead =
        type == SYMBOL_TABLE || type == DYNAMIC_SYMBOLS || type == VERSIONS || type == 3;
    if (!isRead) {
      return new Section(type, 0, 0, 0);
    }
    int offset = offset(file.getLong(at + 24));
    long size = file.getLong(at + 32);
    checkRange(offset, size);
    return new Section(type, offset, (int) size, file.getInt(at + 40));
  }

  private static Section find(Section[] sections, int type) {
    for (Section section : sections) {
      if (section.type() == type) {
        return section;
      }
    }
    return new Section(type, 0, 0, 0);
  }

  private static Section namesOf(Section table, Section[] sections)
      throws MalformedObjectException {
    if (table.link() < 0 || table.link() >= sections.length) {
      throw new MalformedObjectException("a symbol table without names");
    }
    return sections[table.link()];
  }

  private void readSymbols(Section table, Section names, @Nullable Section versions)
      throws MalformedObjectException {
    int count = table.size() / SYMBOL_BYTES;
    for (int i = 1; i < count; i++) {
      int at = table.offset() + i * SYMBOL_BYTES;
      int binding = (file.get(at + 4) & 0xff) >>> 4;
      if (binding != LOCAL && isOffered(i, versions)) {
        add(name(names, file.getInt(at)), binding, file.getShort(at + 6) != 0);
      }
    }
  }

  private boolean isOffered(int index, @Nullable Section versions) {
    if (versions == null || (index + 1L) * 2 > versions.size()) {
      return true;
    }
    return (file.getShort(versions.offset() + index * 2) & HIDDEN_VERSION) == 0;
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

  private String name(Section names, int index) throws MalformedObjectException {
    int end = index;
    while (end >= 0 && end < names.size() && file.get(names.offset() + end) != 0) {
      end++;
    }
    if (index < 0 || end >= names.size()) {
      throw new MalformedObjectException("a symbol's name lies outside its table");
    }
    return new String(file.array(), names.offset() + index, end - index, StandardCharsets.UTF_8);
  }

  private int offset(long value) throws MalformedObjectException {
    if (value < 0 || value > file.limit()) {
      throw new MalformedObjectException("offset " + value + " lies outside the file");
    }
    return (int) value;
  }

  private void checkRange(int offset, long size) throws MalformedObjectException {
    if (size < 0 || size > file.limit() - offset) {
      throw new MalformedObjectException(size + " bytes at " + offset + " lie outside the file");
    }
  }
}
