package org.pinklang.link.object;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The global symbols of one object file or shared library, in order of name.
 *
 * @param defined symbols it defines for others, weak ones included
 * @param weak those of {@code defined} that give way to another definition
 * @param exported those of {@code defined} that, once linked, other libraries may see too
 * @param undefined symbols it needs from others; one it can do without is not among them
 */
public record ObjectSymbols(
    Set<String> defined, Set<String> weak, Set<String> exported, Set<String> undefined) {
  /** Copies the sets. */
  public ObjectSymbols {
    defined = sorted(defined);
    weak = sorted(weak);
    exported = sorted(exported);
    undefined = sorted(undefined);
  }

  private static Set<String> sorted(Set<String> names) {
    SortedSet<String> copy = new TreeSet<>(names);
    return Collections.unmodifiableSet(copy);
  }

  /**
   * Reads the symbols of an object file of any of the targets: by the names that they have in the
   * language, without what a format puts before them.
   *
   * @throws MalformedObjectException if the bytes are no complete object file of a format that is
   *     known
   */
  public static ObjectSymbols of(byte[] bytes) throws MalformedObjectException {
    if (WasmObject.isWasm(bytes)) {
      return WasmObject.read(bytes);
    }
    if (MachObject.isMach(bytes)) {
      return MachObject.read(bytes);
    }
    return CoffObject.isCoff(bytes) ? CoffObject.read(bytes) : ofElf(bytes);
  }

  /**
   * Reads the symbols of an ELF object file.
   *
   * @throws MalformedObjectException if the bytes are not a complete 64-bit little-endian ELF file
   */
  public static ObjectSymbols ofElf(byte[] bytes) throws MalformedObjectException {
    return new ElfSymbolReader(bytes).read(ElfFile.SYMBOL_TABLE);
  }

  /**
   * Reads the symbols a shared library offers to programs being linked: not its private ones, nor
   * old versions kept for programs linked long ago.
   *
   * @throws MalformedObjectException as for {@link #ofElf}
   */
  public static ObjectSymbols ofSharedElf(byte[] bytes) throws MalformedObjectException {
    return new ElfSymbolReader(bytes).read(ElfSymbolReader.DYNAMIC_SYMBOLS);
  }
}
