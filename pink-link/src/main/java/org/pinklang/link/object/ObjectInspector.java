package org.pinklang.link.object;

import java.util.Map;
import java.util.Optional;
import org.pinklang.link.object.ElfFile.Section;

/**
 * Looks whether bytes from outside are an object that a linker and a loader can be given: for the
 * right machine, with every range and number inside what it refers to.
 */
public final class ObjectInspector {
  private static final int OBJECT = 1;
  private static final int SYMBOL_BYTES = 24;
  private static final int RELOCATION_BYTES = 24;
  private static final int FIRST_RESERVED_SECTION = 0xff00;
  private static final Map<Integer, String> MACHINES =
      Map.of(3, "i386", 40, "arm", 62, "x86_64", 183, "aarch64", 243, "riscv64");

  private final ElfFile file;
  private final Section[] sections;

  private ObjectInspector(byte[] bytes) throws MalformedObjectException {
    file = new ElfFile(bytes);
    sections = file.sections();
  }

  /**
   * What keeps an object from being linked or loaded; empty if nothing does.
   *
   * @param triple what it has to be for, as LLVM's normal triple
   */
  public static Optional<LinkProblem> inspect(LinkObject object, String triple) {
    try {
      if (triple.startsWith("wasm32-") && WasmObject.isWasm(object.bytes())) {
        WasmObject.read(object.bytes());
        return Optional.empty();
      }
      ObjectInspector inspector = new ObjectInspector(object.bytes());
      Optional<LinkProblem> other = otherMachine(inspector.file, object.name(), triple);
      if (other.isEmpty()) {
        inspector.check();
      }
      return other;
    } catch (MalformedObjectException e) {
      return Optional.of(
          new LinkProblem.UnusableObject(object.name(), String.valueOf(e.getMessage())));
    }
  }

  /**
   * Whether a shared library is for another machine. What it holds beside its symbols is for nobody
   * but the system's loader.
   */
  public static Optional<LinkProblem> inspect(SharedLibrary library, String triple)
      throws MalformedObjectException {
    return otherMachine(new ElfFile(library.bytes()), library.name(), triple);
  }

  private static Optional<LinkProblem> otherMachine(ElfFile file, String name, String triple) {
    String wanted = triple.substring(0, triple.indexOf('-'));
    String machine = MACHINES.getOrDefault(file.machine(), "machine " + file.machine() + " of ELF");
    return machine.equals(wanted)
        ? Optional.empty()
        : Optional.of(new LinkProblem.OtherMachine(name, machine, wanted));
  }

  private void check() throws MalformedObjectException {
    require(file.type() == OBJECT, "a program or library, not an object");
    require(
        sections.length > 0 && file.nameSection() < sections.length, "no names of its sections");
    for (Section section : sections) {
      if (section.type() != ElfFile.EMPTY) {
        file.checkRange(section.offset(), section.size());
      }
    }
    for (Section section : sections) {
      switch (section.type()) {
        case ElfFile.SYMBOL_TABLE -> checkSymbols(section);
        case ElfFile.RELOCATIONS -> checkRelocations(section);
        case ElfFile.GROUP -> checkGroup(section);
        default -> {}
      }
    }
  }

  private void checkSymbols(Section table) throws MalformedObjectException {
    require(table.entryBytes() == SYMBOL_BYTES, "symbols of another size");
    require(isSection(table.link(), ElfFile.NAMES), "a symbol table without names");
    Section names = sections[table.link()];
    for (long at = table.offset(); at + SYMBOL_BYTES <= end(table); at += SYMBOL_BYTES) {
      file.text(names, file.intAt(at));
      int section = file.shortAt(at + 6);
      if (section != 0 && section < FIRST_RESERVED_SECTION) {
        require(section < sections.length, "a symbol of a section that is not there");
        checkInside(file.longAt(at + 8), file.longAt(at + 16), sections[section]);
      }
    }
  }

  private void checkRelocations(Section table) throws MalformedObjectException {
    require(table.entryBytes() == RELOCATION_BYTES, "relocations of another size");
    require(isSection(table.link(), ElfFile.SYMBOL_TABLE), "relocations without symbols");
    require(
        table.info() > 0 && table.info() < sections.length,
        "relocations of a section that is not there");
    Section target = sections[table.info()];
    long symbols = sections[table.link()].size() / SYMBOL_BYTES;
    for (long at = table.offset(); at + RELOCATION_BYTES <= end(table); at += RELOCATION_BYTES) {
      checkInside(file.longAt(at), 1, target);
      require(file.longAt(at + 8) >>> 32 < symbols, "a relocation by a symbol that is not there");
    }
  }

  private void checkGroup(Section group) throws MalformedObjectException {
    for (long at = group.offset() + Integer.BYTES; at < end(group); at += Integer.BYTES) {
      require(at + Integer.BYTES <= end(group), "half a number in a group of sections");
      int member = file.intAt(at);
      require(member > 0 && member < sections.length, "a group of sections that are not there");
    }
  }

  private boolean isSection(int index, int type) {
    return index > 0 && index < sections.length && sections[index].type() == type;
  }

  private static long end(Section section) {
    return section.offset() + section.size();
  }

  private static void checkInside(long offset, long size, Section section)
      throws MalformedObjectException {
    boolean inside =
        offset >= 0 && size >= 0 && offset <= section.size() && size <= section.size() - offset;
    require(inside, "a place outside its section");
  }

  private static void require(boolean holds, String otherwise) throws MalformedObjectException {
    if (!holds) {
      throw new MalformedObjectException(otherwise);
    }
  }
}
