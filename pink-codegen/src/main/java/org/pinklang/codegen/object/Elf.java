package org.pinklang.codegen.object;

/** The numbers of the ELF format that objects for x86-64 use. */
final class Elf {
  static final int HEADER_BYTES = 64;
  static final int SECTION_BYTES = 64;
  static final int SYMBOL_BYTES = 24;
  static final int RELOCATION_BYTES = 24;

  /** The first four bytes, as a little-endian number. */
  static final int MAGIC = 0x464c457f;

  /** 64 bits, little endian, version 1. */
  static final int IDENTITY = 0x00010102;

  static final int RELOCATABLE = 1;
  static final int X86_64 = 62;

  static final int PROGBITS = 1;

  /** The section type that LLVM gives to tables of unwinding on x86-64. */
  static final int UNWINDING = 0x70000001;

  static final int SYMTAB = 2;
  static final int STRTAB = 3;
  static final int RELA = 4;
  static final int NOBITS = 8;

  static final long ALLOC = 0x2;
  static final long EXECUTABLE = 0x4;
  static final long MERGE = 0x10;
  static final long STRINGS = 0x20;

  /** The flag of a relocation section that its info is the number of a section. */
  static final long INFO_LINK = 0x40;

  static final int UNDEFINED = 0;
  static final int RESERVED = 0xff00;
  static final int ABSOLUTE = 0xfff1;

  static final int LOCAL = 0;
  static final int GLOBAL = 1;

  static final int SECTION_SYMBOL = 3;
  static final int FILE_SYMBOL = 4;

  static final int R_64 = 1;
  static final int R_PC32 = 2;
  static final int R_PLT32 = 4;
  static final int R_GOTPCREL = 9;
  static final int R_32 = 10;
  static final int R_32S = 11;
  static final int R_PC64 = 24;
  static final int R_GOTPCRELX = 41;
  static final int R_REX_GOTPCRELX = 42;

  private Elf() {}

  /** Bytes that a relocation writes, 0 for those that code of ours never has. */
  static int width(int relocationType) {
    return switch (relocationType) {
      case R_64, R_PC64 -> 8;
      case R_PC32, R_PLT32, R_GOTPCREL, R_32, R_32S, R_GOTPCRELX, R_REX_GOTPCRELX -> 4;
      default -> 0;
    };
  }
}
