package org.pinklang.frontend.generate;

import java.util.List;
import java.util.stream.Collectors;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.SymbolId;

/**
 * A valid program.
 *
 * @param units modules first, then the program unit
 * @param entry a function without parameters whose Integer depends on everything; the program
 *     unit's {@code main} returns it
 */
public record GeneratedProgram(long seed, int size, List<SourceText> units, SymbolId entry) {

  /** Makes the program of a seed; the larger the size, from 1 to about 10, the longer it is. */
  public static GeneratedProgram of(long seed, int size) {
    return new ProgramGenerator(seed, size).generate();
  }

  @Override
  public String toString() {
    return units.stream()
        .map(unit -> "//// " + unit.logicalName() + "\n" + unit.text(0, unit.length()))
        .collect(Collectors.joining("\n", "// seed " + seed + ", size " + size + "\n", ""));
  }
}
