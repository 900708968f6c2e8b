package org.pinklang.codegen.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.codegen.object.ElfObject.Kind;
import org.pinklang.codegen.object.MergedSection.MergedRelocation;

/** Writes a merged object: the sections, the tables, then the headers. */
final class ObjectWriter {
  private static final int TABLE_ALIGNMENT = 8;

  private final ByteWriter file = new ByteWriter(1 << 16);
  private final ByteWriter names = new ByteWriter(1 << 12);
  private final Map<String, Integer> nameOffsets = new HashMap<>();
  private final List<Header> headers = new ArrayList<>();
  private final Map<MergedSection, Integer> numbers = new HashMap<>();

  private record Header(
      int name,
      int type,
      long flags,
      long offset,
      long size,
      int link,
      int info,
      long alignment,
      long entryBytes) {}

  private ObjectWriter() {
    names.octet(0);
    nameOffsets.put("", 0);
    headers.add(new Header(0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  /**
   * Writes an object.
   *
   * @param symbols numbered from 1 in their order, the local ones first
   */
  static byte[] write(List<MergedSection> sections, List<MergedSymbol> symbols)
      throws UnusableObjectException {
    int relocated = (int) sections.stream().filter(s -> !s.relocations().isEmpty()).count();
    int symbolTable = sections.size() + relocated + 1;
    if (symbolTable + 2 >= Elf.RESERVED) {
      throw new UnusableObjectException("too many sections");
    }
    ObjectWriter writer = new ObjectWriter();
    writer.file.bytes(new byte[Elf.HEADER_BYTES], 0, Elf.HEADER_BYTES);
    sections.forEach(writer::section);
    for (MergedSection section : sections) {
      if (!section.relocations().isEmpty()) {
        writer.relocations(section, symbolTable);
      }
    }
    writer.symbols(symbols, symbolTable + 1);
    return writer.finish();
  }

  private void section(MergedSection section) {
    Kind kind = section.kind();
    file.align(section.alignment(), (byte) 0);
    numbers.put(section, headers.size());
    headers.add(
        new Header(
            name(kind.name()),
            kind.type(),
            kind.flags(),
            file.size(),
            section.size(),
            0,
            0,
            section.alignment(),
            kind.entryBytes()));
    if (kind.hasBytes()) {
      file.bytes(section.bytes().array(), 0, section.size());
    }
  }

  private void relocations(MergedSection section, int symbolTable) {
    file.align(TABLE_ALIGNMENT, (byte) 0);
    int start = file.size();
    for (MergedRelocation relocation : section.relocations()) {
      file.quad(relocation.offset())
          .word(relocation.type())
          .word(relocation.symbol().number())
          .quad(relocation.addend());
    }
    headers.add(
        new Header(
            name(".rela" + section.kind().name()),
            Elf.RELA,
            Elf.INFO_LINK,
            start,
            file.size() - start,
            symbolTable,
            numbers.getOrDefault(section, 0),
            TABLE_ALIGNMENT,
            Elf.RELOCATION_BYTES));
  }

  private void symbols(List<MergedSymbol> symbols, int nameTable) {
    file.align(TABLE_ALIGNMENT, (byte) 0);
    int start = file.size();
    file.bytes(new byte[Elf.SYMBOL_BYTES], 0, Elf.SYMBOL_BYTES);
    int locals = 1;
    for (MergedSymbol symbol : symbols) {
      locals += symbol.isLocal() ? 1 : 0;
      MergedSection section = symbol.section();
      file.word(name(symbol.name()))
          .octet(symbol.info())
          .octet(symbol.other())
          .half(section == null ? symbol.reserved() : numbers.getOrDefault(section, 0))
          .quad(symbol.value())
          .quad(symbol.size());
    }
    headers.add(
        new Header(
            name(".symtab"),
            Elf.SYMTAB,
            0,
            start,
            file.size() - start,
            nameTable,
            locals,
            TABLE_ALIGNMENT,
            Elf.SYMBOL_BYTES));
  }

  private byte[] finish() {
    int name = name(".strtab");
    int start = file.size();
    file.bytes(names.array(), 0, names.size());
    headers.add(new Header(name, Elf.STRTAB, 0, start, names.size(), 0, 0, 1, 0));
    file.align(TABLE_ALIGNMENT, (byte) 0);
    int table = file.size();
    headers.forEach(this::header);
    byte[] bytes = file.toBytes();
    byte[] first = firstHeader(table).toBytes();
    System.arraycopy(first, 0, bytes, 0, first.length);
    return bytes;
  }

  private void header(Header header) {
    file.word(header.name())
        .word(header.type())
        .quad(header.flags())
        .quad(0)
        .quad(header.offset())
        .quad(header.size())
        .word(header.link())
        .word(header.info())
        .quad(header.alignment())
        .quad(header.entryBytes());
  }

  private ByteWriter firstHeader(int table) {
    return new ByteWriter(Elf.HEADER_BYTES)
        .word(Elf.MAGIC)
        .word(Elf.IDENTITY)
        .quad(0)
        .half(Elf.RELOCATABLE)
        .half(Elf.X86_64)
        .word(1)
        .quad(0)
        .quad(0)
        .quad(table)
        .word(0)
        .half(Elf.HEADER_BYTES)
        .half(0)
        .half(0)
        .half(Elf.SECTION_BYTES)
        .half(headers.size())
        .half(headers.size() - 1);
  }

  private int name(String name) {
    Integer known = nameOffsets.get(name);
    if (known == null) {
      known = names.size();
      nameOffsets.put(name, known);
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      names.bytes(bytes, 0, bytes.length).octet(0);
    }
    return known;
  }
}
