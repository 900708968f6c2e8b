package org.pinklang.link.lld;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** What an ELF executable asks the system for. */
record ProgramHeaders(ByteBuffer file) {
  static final int GNU_STACK = 0x6474e551;
  static final int GNU_RELRO = 0x6474e552;

  ProgramHeaders(byte[] bytes) {
    this(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  OptionalInt flagsOf(int type) {
    int table = (int) file.getLong(32);
    for (int i = 0; i < file.getShort(56); i++) {
      int at = table + i * file.getShort(54);
      if (file.getInt(at) == type) {
        return OptionalInt.of(file.getInt(at + 4));
      }
    }
    return OptionalInt.empty();
  }
}
