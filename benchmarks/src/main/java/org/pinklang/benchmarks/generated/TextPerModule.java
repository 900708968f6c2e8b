package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;
import org.pinklang.benchmarks.generated.GeneratedProgram.Function;

/**
 * A language in which a module is one file and {@code main} another. Says in which order what a
 * program has is written; the languages say how.
 */
abstract class TextPerModule implements Language {

  /** The name of a module's file. */
  abstract String file(int module);

  /** The name of the file with {@code main}. */
  abstract String mainFile();

  /** How a module begins: its name and its imports. */
  abstract String begin(GeneratedProgram program, int module);

  /** The function of the first module whose signature is edited. */
  abstract String probe(Signature signature);

  /** What a module has before its functions. */
  String data(GeneratedProgram program, int module) {
    return "";
  }

  /**
   * A function.
   *
   * @param start the constant that edits change
   * @param last statements before its end
   */
  abstract String function(int module, int index, Function function, int start, String last);

  /** A statement that calls the probe. */
  abstract String probeCall();

  /** A function's use of what modules have before their functions. */
  String dataUse(GeneratedProgram program, int module, Function function) {
    return "";
  }

  /** A function that an edit adds to the first module. */
  abstract String added(int round);

  /** How a module ends. */
  String end() {
    return "";
  }

  /** What a function is called by in a module, or in {@code main}, whose number is negative. */
  abstract String name(int module, Callee callee);

  /** How {@code main} begins: its imports, and the sum, which is 0. */
  abstract String beginMain(GeneratedProgram program);

  /** A statement of {@code main} that adds what a call gives to the sum. */
  String addition(String function, int argument) {
    return "    t = t + %s(%d, 4);\n".formatted(function, argument);
  }

  /** How {@code main} ends: the sum is printed. */
  abstract String endMain();

  /** A line for each module. */
  static String lines(List<Integer> modules, String format) {
    return modules.stream().map(format::formatted).collect(Collectors.joining());
  }

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

  private String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder(begin(program, module));
    if (module == 0) {
      text.append(probe(Signature.after(edit, round)));
    }
    text.append(data(program, module));
    int index = 0;
    for (Function function : program.functions(module)) {
      String call = index == 0 && program.callsProbe(module) ? probeCall() : "";
      String last = call + dataUse(program, module, function);
      text.append(function(module, index, function, edit.start(function, index, round), last));
      index++;
    }
    text.append(edit == Edit.NEW_EXPORT ? added(round) : "");
    text.append(end());
    return text.append(edit == Edit.COMMENT ? "/* %d */\n".formatted(round) : "").toString();
  }

  private String main(GeneratedProgram program) {
    StringBuilder text = new StringBuilder(beginMain(program));
    for (int module : program.roots()) {
      for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
        text.append(addition(name(-1, new Callee(module, i)), i + 1));
      }
    }
    return text.append(endMain()).toString();
  }
}
