package org.pinklang.codegen.object;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relocatable object with every number in it checked.
 *
 * @param sections by their numbers in the file; null for the tables that hold the other lists
 * @param symbols all but the first, which is empty
 */
record ElfObject(List<@Nullable Section> sections, List<Symbol> symbols) {

  /**
   * What makes sections of several objects parts of one.
   *
   * @param entryBytes size of the entries where they may be merged
   */
  record Kind(String name, int type, long flags, long entryBytes) {
    boolean hasBytes() {
      return type != Elf.NOBITS;
    }

    boolean isMergeable() {
      return (flags & Elf.MERGE) != 0;
    }

    boolean isStrings() {
      return (flags & Elf.STRINGS) != 0;
    }

    boolean isCode() {
      return (flags & Elf.EXECUTABLE) != 0;
    }
  }

  /**
   * A section.
   *
   * @param alignment a power of two
   * @param offset of its bytes in the file, where it has any
   * @param relocations ascending in the file's order
   */
  record Section(
      Kind kind, int alignment, byte[] file, int offset, int size, List<Relocation> relocations) {}

  /** A relocation; {@code symbol} is an index into the symbols, −1 for none. */
  record Relocation(int offset, int type, int symbol, long addend) {}

  /**
   * A symbol.
   *
   * @param info binding and type as in the file
   * @param other visibility as in the file
   * @param section number of a section, 0 for undefined, or {@link Elf#ABSOLUTE}
   */
  record Symbol(String name, int info, int other, int section, long value, long size) {
    boolean isLocal() {
      return info >>> 4 == Elf.LOCAL;
    }

    int type() {
      return info & 0xF;
    }

    boolean isDefined() {
      return section != Elf.UNDEFINED;
    }
  }
}
