package org.pinklang.link.object;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.link.object.ElfFile.Section;

/**
 * The functions of an object file, and how to get from each to its caller. Immutable.
 *
 * @param functions in the order of the symbol table
 * @param anchors for each section with code that has one, a symbol that others see
 * @param unwinding the steps from functions to their callers
 */
public record FunctionTable(List<Function> functions, List<Anchor> anchors, UnwindTable unwinding) {
  private static final int SYMBOL_BYTES = 24;
  private static final int LOCAL = 0;
  private static final int FUNCTION = 2;
  private static final int LAST_SECTION = 0xfeff;

  /** Copies the lists. */
  public FunctionTable {
    functions = List.copyOf(functions);
    anchors = List.copyOf(anchors);
  }

  /**
   * A function.
   *
   * @param symbol its linkage name
   * @param section the number of its section
   * @param offset of its first instruction in the section
   * @param bytes of all its instructions
   */
  public record Function(String symbol, int section, long offset, long bytes) {}

  /** A function that others see, by which its section is found in memory. */
  public record Anchor(String symbol, int section, long offset) {}

  /**
   * Reads a 64-bit little-endian ELF object.
   *
   * @throws MalformedObjectException if it is damaged
   */
  public static FunctionTable ofElf(byte[] bytes) throws MalformedObjectException {
    ElfFile file = new ElfFile(bytes);
    Section[] sections = file.sections();
    List<Function> functions = new ArrayList<>();
    List<Anchor> anchors = new ArrayList<>();
    for (Section table : sections) {
      if (table.type() == ElfFile.SYMBOL_TABLE) {
        file.checkRange(table.offset(), table.size());
        readFunctions(file, table, sections[table.link()], functions, anchors);
      }
    }
    return new FunctionTable(functions, anchors, UnwindTable.of(file, sections));
  }

  private static void readFunctions(
      ElfFile file, Section table, Section names, List<Function> functions, List<Anchor> anchors)
      throws MalformedObjectException {
    boolean[] anchored = new boolean[LAST_SECTION + 1];
    for (long at = table.offset();
        at <= table.offset() + table.size() - SYMBOL_BYTES;
        at += SYMBOL_BYTES) {
      int section = file.shortAt(at + 6);
      if ((file.byteAt(at + 4) & 0xf) != FUNCTION || section == 0 || section > LAST_SECTION) {
        continue;
      }
      String name = file.text(names, file.intAt(at));
      functions.add(new Function(name, section, file.longAt(at + 8), file.longAt(at + 16)));
      if (file.byteAt(at + 4) >>> 4 != LOCAL && !anchored[section]) {
        anchored[section] = true;
        anchors.add(new Anchor(name, section, file.longAt(at + 8)));
      }
    }
  }
}
