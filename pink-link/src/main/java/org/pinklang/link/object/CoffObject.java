package org.pinklang.link.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Reads the symbol table of a COFF object for x86-64, believing none of its numbers. */
final class CoffObject {
  private static final int MACHINE = 0x8664;
  private static final int HEADER_BYTES = 20;
  private static final int SYMBOL_BYTES = 18;
  private static final int NAME_BYTES = 8;
  private static final int EXTERNAL = 2;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> undefined = new HashSet<>();

  private CoffObject(byte[] bytes) {
    this.bytes = bytes;
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether bytes begin like such an object. */
  static boolean isCoff(byte[] bytes) {
    return bytes.length >= HEADER_BYTES
        && Byte.toUnsignedInt(bytes[0]) == (MACHINE & 0xff)
        && Byte.toUnsignedInt(bytes[1]) == MACHINE >> 8;
  }

  /** The symbols of an object. */
  static ObjectSymbols read(byte[] bytes) throws MalformedObjectException {
    CoffObject object = new CoffObject(bytes);
    object.readSymbols();
    return new ObjectSymbols(object.defined, Set.of(), object.defined, object.undefined);
  }

  private void readSymbols() throws MalformedObjectException {
    long table = Integer.toUnsignedLong(file.getInt(8));
    long count = Integer.toUnsignedLong(file.getInt(12));
    long names = table + count * SYMBOL_BYTES;
    if (names > bytes.length) {
      throw new MalformedObjectException("the symbol table lies outside the file");
    }
    for (long i = 0; i < count; i++) {
      int at = (int) (table + i * SYMBOL_BYTES);
      if (file.get(at + 16) == EXTERNAL) {
        boolean isDefined = file.getShort(at + 12) != 0 || file.getInt(at + 8) != 0;
        (isDefined ? defined : undefined).add(name(at, names));
      }
      i += Byte.toUnsignedInt(file.get(at + 17));
    }
  }

  /** Names of up to eight bytes stand in the symbol, others at a place among the long ones. */
  private String name(int symbol, long names) throws MalformedObjectException {
    if (file.getInt(symbol) != 0) {
      return text(symbol, symbol + NAME_BYTES);
    }
    long start = names + Integer.toUnsignedLong(file.getInt(symbol + 4));
    if (start >= bytes.length) {
      throw new MalformedObjectException("a symbol's name lies outside its table");
    }
    return text((int) start, bytes.length);
  }

  private String text(int start, int limit) {
    int end = start;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
