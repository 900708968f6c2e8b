package org.pinklang.codegen.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.object.ElfObject.Kind;
import org.pinklang.codegen.object.ElfObject.Relocation;
import org.pinklang.codegen.object.ElfObject.Section;
import org.pinklang.codegen.object.ElfObject.Symbol;

/** Reads objects, believing none of their numbers. */
final class ObjectReader {
  private static final int MAX_ALIGNMENT = 1 << 12;

  /** Names may share their ends, so a byte may be read more than once. */
  private static final int MAX_TIMES_READ = 8;

  private final byte[] bytes;
  private final ByteBuffer file;
  private final List<Header> headers = new ArrayList<>();
  private final Map<Integer, List<Header>> relocationTables = new HashMap<>();

  /** Tables may overlap in a damaged file, which could make little of it stand for a lot. */
  private long unread;

  private record Header(
      int name,
      int type,
      long flags,
      int offset,
      int size,
      int link,
      int info,
      long alignment,
      long entryBytes) {}

  private ObjectReader(byte[] bytes) {
    this.bytes = bytes;
    file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    unread = (long) bytes.length * MAX_TIMES_READ;
  }

  static ElfObject read(byte[] bytes) throws UnusableObjectException {
    return new ObjectReader(bytes).read();
  }

  private ElfObject read() throws UnusableObjectException {
    readHeaders();
    Header symbolTable = symbolTable();
    List<Symbol> symbols = symbols(symbolTable);
    List<@Nullable Section> sections = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      sections.add(isTable(headers.get(i)) ? null : section(i, symbols));
    }
    checkReferences(symbols, sections);
    return new ElfObject(sections, symbols);
  }

  private static boolean isTable(Header header) {
    return switch (header.type()) {
      case 0, Elf.SYMTAB, Elf.STRTAB, Elf.RELA -> true;
      default -> false;
    };
  }

  // ---- headers ------------------------------------------------------------------------------

  private void readHeaders() throws UnusableObjectException {
    require(
        bytes.length >= Elf.HEADER_BYTES
            && file.getInt(0) == Elf.MAGIC
            && (file.getInt(4) & 0xFFFFFF) == Elf.IDENTITY
            && file.getShort(16) == Elf.RELOCATABLE
            && file.getShort(18) == Elf.X86_64,
        "no object for x86-64");
    int count = Short.toUnsignedInt(file.getShort(60));
    require(file.getShort(58) == Elf.SECTION_BYTES && count > 1, "section headers of another form");
    int table = range(file.getLong(40), (long) count * Elf.SECTION_BYTES);
    for (int i = 0; i < count; i++) {
      Header header = header(table + i * Elf.SECTION_BYTES);
      headers.add(header);
      if (header.type() == Elf.RELA) {
        relocationTables.computeIfAbsent(header.info(), of -> new ArrayList<>()).add(header);
      }
    }
  }

  private Header header(int at) throws UnusableObjectException {
    int type = file.getInt(at + 4);
    long size = file.getLong(at + 32);
    boolean hasBytes = type != Elf.NOBITS && type != 0;
    require(size >= 0 && size <= Integer.MAX_VALUE, "a section that is too large");
    if (hasBytes) {
      take(size);
    }
    return new Header(
        file.getInt(at),
        type,
        file.getLong(at + 8),
        hasBytes ? range(file.getLong(at + 24), size) : 0,
        (int) size,
        file.getInt(at + 40),
        file.getInt(at + 44),
        file.getLong(at + 48),
        file.getLong(at + 56));
  }

  private Header symbolTable() throws UnusableObjectException {
    Header found = null;
    for (Header header : headers) {
      if (header.type() == Elf.SYMTAB) {
        require(found == null, "two symbol tables");
        found = header;
      }
    }
    if (found == null || found.entryBytes() != Elf.SYMBOL_BYTES) {
      throw new UnusableObjectException("no symbol table");
    }
    return found;
  }

  // ---- symbols ------------------------------------------------------------------------------

  private List<Symbol> symbols(Header table) throws UnusableObjectException {
    Header names = names(table.link());
    List<Symbol> symbols = new ArrayList<>();
    int end = table.offset() + table.size() / Elf.SYMBOL_BYTES * Elf.SYMBOL_BYTES;
    for (int at = table.offset() + Elf.SYMBOL_BYTES; at < end; at += Elf.SYMBOL_BYTES) {
      symbols.add(
          new Symbol(
              text(names, file.getInt(at)),
              Byte.toUnsignedInt(file.get(at + 4)),
              Byte.toUnsignedInt(file.get(at + 5)),
              Short.toUnsignedInt(file.getShort(at + 6)),
              file.getLong(at + 8),
              file.getLong(at + 16)));
    }
    return symbols;
  }

  private Header names(int number) throws UnusableObjectException {
    require(number > 0 && number < headers.size(), "names in no section");
    Header names = headers.get(number);
    require(names.type() == Elf.STRTAB, "names in another section");
    return names;
  }

  private String text(Header names, int index) throws UnusableObjectException {
    require(index >= 0 && index < names.size(), "a name outside its table");
    int start = names.offset() + index;
    int limit = names.offset() + names.size();
    int end = start;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    require(end < limit, "a name without an end");
    take(end - start);
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  // ---- sections -----------------------------------------------------------------------------

  private Section section(int number, List<Symbol> symbols) throws UnusableObjectException {
    Header header = headers.get(number);
    long alignment = Math.max(1, header.alignment());
    require(
        header.type() == Elf.PROGBITS
            || header.type() == Elf.NOBITS
            || header.type() == Elf.UNWINDING,
        "a section of type " + header.type());
    require(Long.bitCount(alignment) == 1 && alignment <= MAX_ALIGNMENT, "alignment " + alignment);
    Kind kind =
        new Kind(
            text(names(Short.toUnsignedInt(file.getShort(62))), header.name()),
            header.type(),
            header.flags(),
            header.entryBytes());
    checkEntries(header, kind);
    return new Section(
        kind,
        (int) alignment,
        bytes,
        header.offset(),
        header.size(),
        relocations(number, header, symbols.size()));
  }

  private void checkEntries(Header header, Kind kind) throws UnusableObjectException {
    if (kind.isMergeable()) {
      long entry = kind.entryBytes();
      require(
          kind.hasBytes() && entry > 0 && header.size() % entry == 0,
          "entries of " + entry + " bytes");
      boolean isEnded = header.size() == 0 || bytes[header.offset() + header.size() - 1] == 0;
      require(!kind.isStrings() || entry == 1 && isEnded, "strings without an end");
    }
  }

  private List<Relocation> relocations(int number, Header of, int symbolCount)
      throws UnusableObjectException {
    List<Relocation> relocations = new ArrayList<>();
    for (Header header : relocationTables.getOrDefault(number, List.of())) {
      require(header.entryBytes() == Elf.RELOCATION_BYTES, "relocations of another form");
      int end = header.offset() + header.size() / Elf.RELOCATION_BYTES * Elf.RELOCATION_BYTES;
      for (int at = header.offset(); at < end; at += Elf.RELOCATION_BYTES) {
        relocations.add(relocation(at, of, symbolCount));
      }
    }
    return relocations;
  }

  private Relocation relocation(int at, Header of, int symbolCount) throws UnusableObjectException {
    long offset = file.getLong(at);
    int type = file.getInt(at + 8);
    long symbol = Integer.toUnsignedLong(file.getInt(at + 12)) - 1;
    int width = Elf.width(type);
    require(width != 0, "a relocation of type " + type);
    require(
        of.type() != Elf.NOBITS && offset >= 0 && offset <= of.size() - width,
        "a relocation outside its section");
    require(symbol < symbolCount, "a relocation of no symbol");
    return new Relocation((int) offset, type, (int) symbol, file.getLong(at + 16));
  }

  /** Checks that symbols lie in sections, and that nothing points into what may be merged apart. */
  private static void checkReferences(List<Symbol> symbols, List<@Nullable Section> sections)
      throws UnusableObjectException {
    for (Symbol symbol : symbols) {
      int number = symbol.section();
      require(
          symbol.info() >>> 4 <= Elf.GLOBAL && symbol.type() <= Elf.FILE_SYMBOL,
          "a symbol of a kind " + symbol.info());
      if (number != Elf.UNDEFINED && number != Elf.ABSOLUTE) {
        Section section = number < sections.size() ? sections.get(number) : null;
        if (section == null || symbol.value() < 0 || symbol.value() > section.size()) {
          throw new UnusableObjectException("a symbol outside its section");
        }
      }
    }
  }

  private void take(long size) throws UnusableObjectException {
    unread -= size;
    require(unread >= 0, "tables that overlap");
  }

  private int range(long offset, long size) throws UnusableObjectException {
    require(
        offset >= 0 && size >= 0 && offset <= bytes.length && size <= bytes.length - offset,
        "what lies outside the file");
    return (int) offset;
  }

  private static void require(boolean condition, String otherwise) throws UnusableObjectException {
    if (!condition) {
      throw new UnusableObjectException(otherwise);
    }
  }
}
