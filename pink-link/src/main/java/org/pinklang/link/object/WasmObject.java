package org.pinklang.link.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the symbol table of a WebAssembly object, believing none of its numbers. What a linker
 * defines itself, and what the host of a program is asked for by module and name, is nothing that
 * others must define.
 */
final class WasmObject {
  private static final byte[] MAGIC = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final int CUSTOM_SECTION = 0;
  private static final int IMPORT_SECTION = 2;
  private static final int SYMBOL_TABLE = 8;
  private static final int LINKING_VERSION = 2;

  private static final int WEAK = 0x1;
  private static final int LOCAL = 0x2;
  private static final int HIDDEN = 0x4;
  private static final int UNDEFINED = 0x10;
  private static final int EXPLICIT_NAME = 0x40;

  /** Data symbols that {@code wasm-ld} defines where they are named. */
  private static final Set<String> LINKER_DEFINED =
      Set.of(
          "__data_end",
          "__dso_handle",
          "__global_base",
          "__heap_base",
          "__heap_end",
          "__memory_base",
          "__stack_high",
          "__stack_low",
          "__table_base",
          "__wasm_call_ctors");

  private final List<String> importedFunctions = new ArrayList<>();
  private final Set<String> defined = new HashSet<>();
  private final Set<String> weak = new HashSet<>();
  private final Set<String> exported = new HashSet<>();
  private final Set<String> undefined = new HashSet<>();
  private boolean isLinkable;

  /** What a symbol or an import is. */
  private enum Kind {
    FUNCTION,
    DATA,
    GLOBAL,
    SECTION,
    TAG,
    TABLE
  }

  private WasmObject() {}

  /** Whether bytes begin like WebAssembly. */
  static boolean isWasm(byte[] bytes) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= bytes.length || bytes[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /** The symbols of an object. */
  static ObjectSymbols read(byte[] bytes) throws MalformedObjectException {
    WasmObject object = new WasmObject();
    WasmReader file = new WasmReader(bytes, MAGIC.length, bytes.length);
    while (file.hasMore()) {
      int id = file.byteValue();
      object.readSection(id, file.part(file.length()));
    }
    if (!object.isLinkable) {
      throw new MalformedObjectException("a program, not an object: it has no linking section");
    }
    return new ObjectSymbols(object.defined, object.weak, object.exported, object.undefined);
  }

  private void readSection(int id, WasmReader section) throws MalformedObjectException {
    if (id == IMPORT_SECTION) {
      readImports(section);
    } else if (id == CUSTOM_SECTION && section.text().equals("linking")) {
      isLinkable = true;
      readLinking(section);
    }
  }

  private void readImports(WasmReader section) throws MalformedObjectException {
    int count = section.length();
    for (int i = 0; i < count; i++) {
      section.text();
      String name = section.text();
      int kind = section.byteValue();
      switch (kind) {
        case 0 -> {
          section.length();
          importedFunctions.add(name);
        }
        case 1 -> {
          section.byteValue();
          skipLimits(section);
        }
        case 2 -> skipLimits(section);
        case 3, 4 -> {
          section.byteValue();
          section.length();
        }
        default -> throw new MalformedObjectException("an import of the unknown kind " + kind);
      }
    }
  }

  private static void skipLimits(WasmReader section) throws MalformedObjectException {
    int flags = section.byteValue();
    section.number();
    if ((flags & 1) != 0) {
      section.number();
    }
  }

  private void readLinking(WasmReader section) throws MalformedObjectException {
    int version = section.length();
    if (version != LINKING_VERSION) {
      throw new MalformedObjectException("version " + version + " of its linking section");
    }
    while (section.hasMore()) {
      int type = section.byteValue();
      WasmReader part = section.part(section.length());
      if (type == SYMBOL_TABLE) {
        int count = part.length();
        for (int i = 0; i < count; i++) {
          readSymbol(part);
        }
      }
    }
  }

  private void readSymbol(WasmReader table) throws MalformedObjectException {
    int number = table.byteValue();
    if (number >= Kind.values().length) {
      throw new MalformedObjectException("a symbol of the unknown kind " + number);
    }
    Kind kind = Kind.values()[number];
    int flags = table.length();
    switch (kind) {
      case DATA -> {
        String name = table.text();
        if ((flags & UNDEFINED) == 0) {
          table.length();
          table.number();
          table.number();
        }
        add(name, flags);
      }
      case SECTION -> table.length();
      default -> readIndexed(kind, flags, table);
    }
  }

  private void readIndexed(Kind kind, int flags, WasmReader table) throws MalformedObjectException {
    int index = table.length();
    boolean isUndefined = (flags & UNDEFINED) != 0;
    if (!isUndefined || (flags & EXPLICIT_NAME) != 0) {
      String name = table.text();
      if (!isUndefined) {
        add(name, flags);
      }
    } else if (kind == Kind.FUNCTION) {
      if (index >= importedFunctions.size()) {
        throw new MalformedObjectException("a symbol of an import that is not there");
      }
      add(importedFunctions.get(index), flags);
    }
  }

  private void add(String name, int flags) {
    if ((flags & LOCAL) != 0) {
      return;
    }
    boolean isWeak = (flags & WEAK) != 0;
    if ((flags & UNDEFINED) == 0) {
      defined.add(name);
      if ((flags & HIDDEN) == 0) {
        exported.add(name);
      }
      if (isWeak) {
        weak.add(name);
      }
    } else if (!isWeak && !LINKER_DEFINED.contains(name)) {
      undefined.add(name);
    }
  }

  /** Numbers and texts of a part of a file, one after the other. */
  private static final class WasmReader {
    private static final int MAX_NUMBER_BYTES = 10;

    private final byte[] bytes;
    private final int end;
    private int at;

    private WasmReader(byte[] bytes, int start, int end) {
      this.bytes = bytes;
      this.at = start;
      this.end = end;
    }

    private boolean hasMore() {
      return at < end;
    }

    private int byteValue() throws MalformedObjectException {
      if (at >= end) {
        throw new MalformedObjectException("a section ends too early");
      }
      return Byte.toUnsignedInt(bytes[at++]);
    }

    private long number() throws MalformedObjectException {
      long value = 0;
      for (int i = 0; i < MAX_NUMBER_BYTES; i++) {
        int part = byteValue();
        value |= (long) (part & 0x7f) << 7 * i;
        if (part < 0x80) {
          return value;
        }
      }
      throw new MalformedObjectException("a number without an end");
    }

    /** A number that counts something that must lie in memory. */
    private int length() throws MalformedObjectException {
      long value = number();
      if (value < 0 || value > Integer.MAX_VALUE) {
        throw new MalformedObjectException("the number " + value + " is too large");
      }
      return (int) value;
    }

    private WasmReader part(int length) throws MalformedObjectException {
      if (length > end - at) {
        throw new MalformedObjectException(length + " bytes at " + at + " lie outside the file");
      }
      at += length;
      return new WasmReader(bytes, at - length, at);
    }

    private String text() throws MalformedObjectException {
      WasmReader text = part(length());
      return new String(bytes, text.at, text.end - text.at, StandardCharsets.UTF_8);
    }
  }
}
