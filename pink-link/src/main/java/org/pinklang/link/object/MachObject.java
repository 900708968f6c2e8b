package org.pinklang.link.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the symbol table of a 64-bit Mach-O object, believing none of its numbers. The underscore
 * that C's names have there is left out.
 */
final class MachObject {
  private static final int MAGIC = 0xfeedfacf;
  private static final int HEADER_BYTES = 32;
  private static final int COMMAND_BYTES = 24;
  private static final int SYMBOL_TABLE = 2;
  private static final int SYMBOL_BYTES = 16;
  private static final int DEBUGGING = 0xe0;
  private static final int EXTERNAL = 0x01;
  private static final int PRIVATE_EXTERNAL = 0x10;
  private static final int TYPE = 0x0e;
  private static final int WEAK_REFERENCE = 0x40;
  private static final int WEAK_DEFINITION = 0x80;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> weak = new HashSet<>();
  private final Set<String> exported = new HashSet<>();
  private final Set<String> undefined = new HashSet<>();

  private MachObject(byte[] bytes) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether bytes begin like such an object. */
  static boolean isMach(byte[] bytes) {
    return bytes.length >= HEADER_BYTES
        && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == MAGIC;
  }

  /** The symbols of an object. */
  static ObjectSymbols read(byte[] bytes) throws MalformedObjectException {
    MachObject object = new MachObject(bytes);
    object.readCommands();
    return new ObjectSymbols(object.defined, object.weak, object.exported, object.undefined);
  }

  private void readCommands() throws MalformedObjectException {
    int count = file.getInt(16);
    long at = HEADER_BYTES;
    for (int i = 0; i < count; i++) {
      checkRange(at, 8);
      long size = Integer.toUnsignedLong(file.getInt((int) at + 4));
      checkRange(at, Math.max(8, size));
      if (file.getInt((int) at) == SYMBOL_TABLE && size >= COMMAND_BYTES) {
        readSymbols((int) at);
      }
      at += Math.max(8, size);
    }
  }

  private void readSymbols(int command) throws MalformedObjectException {
    long table = Integer.toUnsignedLong(file.getInt(command + 8));
    long count = Integer.toUnsignedLong(file.getInt(command + 12));
    long names = Integer.toUnsignedLong(file.getInt(command + 16));
    long namesEnd = names + Integer.toUnsignedLong(file.getInt(command + 20));
    checkRange(table, count * SYMBOL_BYTES);
    checkRange(names, namesEnd - names);
    for (long i = 0; i < count; i++) {
      int at = (int) (table + i * SYMBOL_BYTES);
      int type = Byte.toUnsignedInt(file.get(at + 4));
      if ((type & EXTERNAL) != 0 && (type & DEBUGGING) == 0) {
        long name = names + Integer.toUnsignedLong(file.getInt(at));
        boolean isDefined = (type & TYPE) != 0 || file.getLong(at + 8) != 0;
        add(text(name, namesEnd), isDefined, type, file.getShort(at + 6));
      }
    }
  }

  private void add(String name, boolean isDefined, int type, int description) {
    if (isDefined) {
      defined.add(name);
      if ((type & PRIVATE_EXTERNAL) == 0) {
        exported.add(name);
      }
      if ((description & WEAK_DEFINITION) != 0) {
        weak.add(name);
      }
    } else if ((description & WEAK_REFERENCE) == 0) {
      undefined.add(name);
    }
  }

  private String text(long start, long limit) throws MalformedObjectException {
    if (start >= limit) {
      throw new MalformedObjectException("a symbol's name lies outside its table");
    }
    int end = (int) start;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    int first = bytes[(int) start] == '_' ? (int) start + 1 : (int) start;
    return new String(bytes, first, end - first, StandardCharsets.UTF_8);
  }

  private void checkRange(long offset, long size) throws MalformedObjectException {
    if (offset > bytes.length || size > bytes.length - offset) {
      throw new MalformedObjectException(size + " bytes at " + offset + " lie outside the file");
    }
  }
}
