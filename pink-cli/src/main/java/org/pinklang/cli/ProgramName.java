package org.pinklang.cli;

import org.pinklang.api.CompilationResult;
import org.pinklang.api.ObjectFile;

/** What a program is called where the user does not say. */
final class ProgramName {

  private ProgramName() {}

  /** The stem of the program unit that defines {@code main}, else the name of the first module. */
  static String of(CompilationResult result) {
    String unit =
        result
            .program()
            .or(() -> result.objects().stream().findFirst().map(ObjectFile::name))
            .orElse("program");
    return unit.substring(unit.lastIndexOf('/') + 1);
  }
}
