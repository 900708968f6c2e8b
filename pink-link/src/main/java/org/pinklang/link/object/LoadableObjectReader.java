package org.pinklang.link.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.ElfFile.Section;
import org.pinklang.link.object.LoadableObject.Definition;
import org.pinklang.link.object.LoadableObject.Form;
import org.pinklang.link.object.LoadableObject.Kind;
import org.pinklang.link.object.LoadableObject.Part;
import org.pinklang.link.object.LoadableObject.Relocation;

/**
 * Reads what compilers for x86-64 commonly write. Thread-local, weak and common symbols, groups of
 * sections, code to be run first and memory that is both written and run are among what it leaves
 * to others. Notes are no part of the program, unless something refers to them.
 */
final class LoadableObjectReader {
  private static final int OBJECT = 1;
  private static final int X86_64 = 62;
  private static final int MAX_ALIGNMENT = 4096;

  private static final int PROGRAM_BITS = 1;
  private static final int UNWINDING = 0x70000001;

  private static final String UNWINDING_NAME = ".eh_frame";
  private static final long WRITABLE = 1;
  private static final long ALLOCATED = 2;
  private static final long EXECUTABLE = 4;

  /** Of the flags, those beside which a section is nothing special; merging is not needed. */
  private static final long KNOWN_FLAGS = WRITABLE | ALLOCATED | EXECUTABLE | 0x10 | 0x20 | 0x40;

  private static final int RELOCATIONS_WITHOUT_ADDENDS = 9;
  private static final int ENTRY_BYTES = 24;
  private static final int LOCAL = 0;
  private static final int GLOBAL = 1;
  private static final int LAST_KNOWN_KIND = 4;

  /** From here on numbers of sections stand for something else. */
  private static final int FIRST_RESERVED_SECTION = 0xff00;

  /**
   * What an instruction is told by to load eight bytes, and what instead to compute the address.
   */
  private static final int LOAD_OPCODE = 0x8b;

  private final byte[] bytes;
  private final ElfFile file;
  private final Section[] sections;
  private final int[] partOf;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Integer, UnwindRecords> unwinding = new HashMap<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Relocation> relocations = new ArrayList<>();
  private @Nullable Section symbols;

  /** For each symbol one more than its place among the names; 0 for none. */
  private int[] numbers = {};

  LoadableObjectReader(byte[] bytes) throws MalformedObjectException {
    this.bytes = bytes;
    file = new ElfFile(bytes);
    sections = file.sections();
    partOf = new int[sections.length];
  }

  Optional<LoadableObject> read() throws MalformedObjectException {
    if (file.type() != OBJECT
        || file.machine() != X86_64
        || sections.length >= FIRST_RESERVED_SECTION) {
      return Optional.empty();
    }
    boolean isKnown = readSections() && readDefinitions() && readRelocations();
    return isKnown
        ? Optional.of(new LoadableObject(parts, definitions, names, relocations))
        : Optional.empty();
  }

  private boolean readSections() throws MalformedObjectException {
    for (int i = 0; i < sections.length; i++) {
      Section section = sections[i];
      partOf[i] = -1;
      if (section.type() == ElfFile.SYMBOL_TABLE) {
        if (symbols != null) {
          return false;
        }
        checkTable(section, ElfFile.NAMES);
        symbols = section;
      } else if (section.type() == ElfFile.GROUP) {
        return false;
      } else if ((section.flags() & ALLOCATED) != 0 && section.type() != ElfFile.NOTE) {
        Part part = part(section);
        if (part == null) {
          return false;
        }
        partOf[i] = parts.size();
        parts.add(part);
      }
    }
    return true;
  }

  private void checkTable(Section table, int linkedType) throws MalformedObjectException {
    require(table.entryBytes() == ENTRY_BYTES, "a table whose entries have another size");
    file.checkRange(table.offset(), table.size());
    int link = table.link();
    require(
        link > 0 && link < sections.length && sections[link].type() == linkedType,
        "a table without the one it refers to");
    file.checkRange(sections[link].offset(), sections[link].size());
  }

  private @Nullable Part part(Section section) throws MalformedObjectException {
    int type = section.type();
    boolean isEmpty = type == ElfFile.EMPTY;
    boolean isKnown = isEmpty || type == PROGRAM_BITS || type == UNWINDING;
    boolean isWrittenAndRun =
        (section.flags() & (WRITABLE | EXECUTABLE)) == (WRITABLE | EXECUTABLE);
    long alignment = Math.max(1, section.alignment());
    if (!isKnown
        || isWrittenAndRun
        || (section.flags() & ~KNOWN_FLAGS) != 0
        || alignment > MAX_ALIGNMENT
        || Long.bitCount(alignment) != 1) {
      return null;
    }
    if (isEmpty) {
      require(section.size() >= 0, "a section of negative size");
      if (section.size() > Integer.MAX_VALUE) {
        return null;
      }
    } else {
      file.checkRange(section.offset(), section.size());
    }
    Kind kind = kind(section);
    if (kind == Kind.UNWINDING) {
      Optional<UnwindRecords> records =
          isEmpty ? Optional.empty() : UnwindRecords.of(file, section);
      if (records.isEmpty()) {
        return null;
      }
      unwinding.put(parts.size(), records.get());
    }
    int start = isEmpty ? -1 : (int) section.offset();
    return new Part(kind, start, (int) section.size(), (int) alignment);
  }

  private Kind kind(Section section) throws MalformedObjectException {
    if ((section.flags() & EXECUTABLE) != 0) {
      return Kind.CODE;
    }
    if ((section.flags() & WRITABLE) != 0) {
      return Kind.VARIABLES;
    }
    // Not every compiler says so by the type.
    return name(section).equals(UNWINDING_NAME) ? Kind.UNWINDING : Kind.CONSTANTS;
  }

  private String name(Section section) throws MalformedObjectException {
    require(file.nameSection() < sections.length, "no names of its sections");
    Section names = sections[file.nameSection()];
    file.checkRange(names.offset(), names.size());
    return file.text(names, section.name());
  }

  private int symbolCount() {
    return symbols == null ? 0 : (int) (symbols.size() / ENTRY_BYTES);
  }

  private long symbolAt(int index) {
    return symbols == null ? 0 : symbols.offset() + (long) index * ENTRY_BYTES;
  }

  private String symbolName(int index) throws MalformedObjectException {
    if (symbols == null) {
      throw new MalformedObjectException("a symbol without a table");
    }
    return file.text(sections[symbols.link()], file.intAt(symbolAt(index)));
  }

  /** The part that a symbol lies in; negative for none that is known here. */
  private int symbolPart(int index) {
    int section = file.shortAt(symbolAt(index) + 6);
    return section < sections.length ? partOf[section] : -1;
  }

  private int symbolOffset(int index) throws MalformedObjectException {
    long value = file.longAt(symbolAt(index) + 8);
    require(
        value >= 0 && value <= parts.get(symbolPart(index)).bytes(),
        "a symbol outside its section");
    return (int) value;
  }

  private boolean isUndefined(int index) {
    return file.shortAt(symbolAt(index) + 6) == 0;
  }

  private int binding(int index) {
    return file.byteAt(symbolAt(index) + 4) >>> 4;
  }

  private boolean isPlain(int index) {
    return (file.byteAt(symbolAt(index) + 4) & 0xf) <= LAST_KNOWN_KIND;
  }

  private boolean readDefinitions() throws MalformedObjectException {
    numbers = new int[symbolCount()];
    for (int i = 1; i < numbers.length; i++) {
      if (binding(i) == LOCAL) {
        continue;
      }
      if (!isPlain(i) || binding(i) != GLOBAL || !isUndefined(i) && symbolPart(i) < 0) {
        return false;
      }
      if (isUndefined(i)) {
        number(i);
      } else {
        definitions.add(new Definition(symbolName(i), symbolPart(i), symbolOffset(i)));
      }
    }
    return true;
  }

  private boolean readRelocations() throws MalformedObjectException {
    for (Section table : sections) {
      boolean isOfPart =
          (table.type() == ElfFile.RELOCATIONS || table.type() == RELOCATIONS_WITHOUT_ADDENDS)
              && table.info() > 0
              && table.info() < sections.length
              && partOf[table.info()] >= 0;
      if (isOfPart && !readRelocations(table, partOf[table.info()])) {
        return false;
      }
    }
    return true;
  }

  private boolean readRelocations(Section table, int part) throws MalformedObjectException {
    if (table.type() == RELOCATIONS_WITHOUT_ADDENDS) {
      return false;
    }
    checkTable(table, ElfFile.SYMBOL_TABLE);
    long end = table.offset() + table.size();
    for (long at = table.offset(); at + ENTRY_BYTES <= end; at += ENTRY_BYTES) {
      int type = (int) file.longAt(at + 8);
      if (type != 0 && !readRelocation(at, type, part)) {
        return false;
      }
    }
    return true;
  }

  private boolean readRelocation(long at, int type, int part) throws MalformedObjectException {
    long offset = file.longAt(at);
    long symbol = file.longAt(at + 8) >>> 32;
    long addend = file.longAt(at + 16);
    Part place = parts.get(part);
    require(symbol < symbolCount(), "a relocation by a symbol that is not there");
    require(offset >= 0 && offset < place.bytes(), "a relocation outside its section");
    Form form = form(type, place, (int) offset, addend);
    if (form == null) {
      return false;
    }
    require(
        place.start() >= 0 && offset <= place.bytes() - form.bytes(),
        "a relocation outside its section");
    UnwindRecords records = unwinding.get(part);
    if (records != null && !records.areKept((int) offset, form.bytes())) {
      return false;
    }
    Relocation relocation = relocation(form, part, (int) offset, (int) symbol, addend);
    if (relocation != null) {
      relocations.add(relocation);
    }
    return relocation != null;
  }

  private @Nullable Form form(int type, Part place, int offset, long addend) {
    return switch (type) {
      case 1 -> Form.ABSOLUTE;
      case 2 -> Form.RELATIVE;
      case 4 -> Form.CALL;
      case 9 -> Form.INDIRECT;
      case 24 -> Form.WIDE_RELATIVE;
      case 41, 42 -> isLoad(place, offset, addend) ? Form.LOAD : Form.INDIRECT;
      default -> null;
    };
  }

  private boolean isLoad(Part place, int offset, long addend) {
    return addend == -4
        && offset >= 2
        && place.start() >= 0
        && Byte.toUnsignedInt(bytes[place.start() + offset - 2]) == LOAD_OPCODE;
  }

  private @Nullable Relocation relocation(Form form, int part, int offset, int symbol, long addend)
      throws MalformedObjectException {
    boolean isIndirect = form == Form.INDIRECT || form == Form.LOAD;
    if (isUndefined(symbol) || isIndirect) {
      return binding(symbol) == LOCAL
          ? null
          : new Relocation(form, part, offset, ~number(symbol), addend);
    }
    int target = symbolPart(symbol);
    return target < 0 || !isPlain(symbol)
        ? null
        : new Relocation(form, part, offset, target, addend + symbolOffset(symbol));
  }

  private int number(int symbol) throws MalformedObjectException {
    if (numbers[symbol] == 0) {
      names.add(symbolName(symbol));
      numbers[symbol] = names.size();
    }
    return numbers[symbol] - 1;
  }

  private static void require(boolean holds, String otherwise) throws MalformedObjectException {
    if (!holds) {
      throw new MalformedObjectException(otherwise);
    }
  }
}
