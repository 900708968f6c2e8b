package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/** A language in which a module is one file and {@code main} another. */
abstract class TextPerModule implements Language {

  /** The name of a module's file. */
  abstract String file(int module);

  /** The name of the file with {@code main}. */
  abstract String mainFile();

  /** The text of a module, after an edit. */
  abstract String module(GeneratedProgram program, int module, Edit edit, int round);

  /** The text of {@code main}. */
  abstract String main(GeneratedProgram program);

  @Override
  public Map<String, String> files(GeneratedProgram program) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int module = 0; module < program.modules(); module++) {
      files.put(file(module), module(program, module, Edit.NOTHING, 0));
    }
    files.put(mainFile(), main(program));
    return files;
  }

  @Override
  public Map<String, String> edited(GeneratedProgram program, Edit edit, int round) {
    return Map.of(file(0), module(program, 0, edit, round));
  }
}
