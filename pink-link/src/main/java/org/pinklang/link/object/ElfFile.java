package org.pinklang.link.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The header and sections of a 64-bit little-endian ELF file, believing none of their numbers. */
final class ElfFile {
  /** The section type of an object's symbol table. */
  static final int SYMBOL_TABLE = 2;

  /** The section type of a table of names. */
  static final int NAMES = 3;

  /** The section type of a table of relocations. */
  static final int RELOCATIONS = 4;

  /** The section type of what takes memory and no bytes of the file. */
  static final int EMPTY = 8;

  /** The section type of remarks about the object. */
  static final int NOTE = 7;

  /** The section type of a list of sections that belong together. */
  static final int GROUP = 17;

  /** The type of a file that is a shared library. */
  static final int SHARED = 3;

  private static final int MAGIC = 0x464c457f;
  private static final int HEADER_BYTES = 64;

  private final ByteBuffer file;

  ElfFile(byte[] bytes) throws MalformedObjectException {
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (!isElf(bytes)) {
      throw new MalformedObjectException("not a 64-bit little-endian ELF file");
    }
  }

  /** One section's header. */
  record Section(
      int name,
      int type,
      long flags,
      long address,
      long offset,
      long size,
      int link,
      int info,
      long alignment,
      long entryBytes) {}

  private static boolean isElf(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.length >= HEADER_BYTES
        && file.getInt(0) == MAGIC
        && file.get(4) == 2
        && file.get(5) == 1;
  }

  /** Whether bytes begin like an ELF file of a type. */
  static boolean isOfType(byte[] bytes, int type) {
    return isElf(bytes)
        && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(16) == type;
  }

  /** What kind of file it is; 1 for an object. */
  int type() {
    return Short.toUnsignedInt(file.getShort(16));
  }

  /** The number of the machine it is for. */
  int machine() {
    return Short.toUnsignedInt(file.getShort(18));
  }

  /** The headers of the sections, as far as they lie in the file; their ranges are not checked. */
  Section[] sections() throws MalformedObjectException {
    long table = file.getLong(40);
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
    count = count == 0 ? file.getLong((int) table + 32) : count;
    checkRange(table, Math.multiplyHigh(count, entry) == 0 ? count * entry : -1);
    Section[] sections = new Section[(int) count];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = section((int) table + i * entry);
    }
    return sections;
  }

  private Section section(int at) {
    return new Section(
        file.getInt(at),
        file.getInt(at + 4),
        file.getLong(at + 8),
        file.getLong(at + 16),
        file.getLong(at + 24),
        file.getLong(at + 32),
        file.getInt(at + 40),
        file.getInt(at + 44),
        file.getLong(at + 48),
        file.getLong(at + 56));
  }

  /** The number of the section that holds the names of sections. */
  int nameSection() {
    return Short.toUnsignedInt(file.getShort(62));
  }

  long longAt(long offset) {
    return file.getLong((int) offset);
  }

  int intAt(long offset) {
    return file.getInt((int) offset);
  }

  int shortAt(long offset) {
    return Short.toUnsignedInt(file.getShort((int) offset));
  }

  /** A copy of bytes that are known to lie in the file. */
  byte[] bytes(long offset, int length) {
    byte[] copy = new byte[length];
    file.get((int) offset, copy);
    return copy;
  }

  int byteAt(long offset) {
    return Byte.toUnsignedInt(file.get((int) offset));
  }

  /** Text that ends with a zero byte before the end of a section. */
  String text(Section names, int index) throws MalformedObjectException {
    byte[] bytes = file.array();
    int limit = (int) (names.offset() + names.size());
    // First, for the sum with an index that is too large may be negative.
    boolean isInside = index >= 0 && index < names.size();
    int start = isInside ? (int) names.offset() + index : limit;
    int end = start;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    if (end >= limit) {
      throw new MalformedObjectException("a symbol's name lies outside its table");
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Checks that a range lies in the file. */
  void checkRange(long offset, long size) throws MalformedObjectException {
    if (offset < 0 || size < 0 || offset > file.limit() || size > file.limit() - offset) {
      throw new MalformedObjectException(size + " bytes at " + offset + " lie outside the file");
    }
  }
}
