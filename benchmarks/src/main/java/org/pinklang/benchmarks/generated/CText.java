package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/** Programs in C, a source and a header for each module. */
public class CText extends TextPerModule {

  @Override
  public boolean has(Shape shape) {
    return true;
  }

  @Override
  String file(int module) {
    return "m" + module + ".c";
  }

  @Override
  String mainFile() {
    return "main.c";
  }

  @Override
  public Map<String, String> files(GeneratedProgram program) {
    Map<String, String> files = new LinkedHashMap<>(super.files(program));
    for (int module = 0; module < program.modules(); module++) {
      files.put("m" + module + ".h", header(program, module, Edit.NOTHING, 0));
    }
    return files;
  }

  @Override
  public Map<String, String> edited(GeneratedProgram program, Edit edit, int round) {
    return Map.of(
        file(0), module(program, 0, edit, round), "m0.h", header(program, 0, edit, round));
  }

  private static String header(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("#pragma once\n#include <stdint.h>\n");
    for (int i = 0; i < program.functions(module).size(); i++) {
      text.append("int64_t m%d_f%d(int64_t a, int64_t d);\n".formatted(module, i));
    }
    if (module == 0) {
      text.append("void m0_probe(" + probed(edit, round) + ");\n");
    }
    if (Heavy.isIn(program)) {
      text.append(heavyHeader(module));
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("int64_t m0_added%d(int64_t a);\n".formatted(round));
    }
    return text.toString();
  }

  private static String probed(Edit edit, int round) {
    Signature signature = Signature.after(edit, round);
    return "int%d_t a, int%d_t b, int%d_t c"
        .formatted(signature.first(), signature.second(), signature.third());
  }

  private static String heavyHeader(int module) {
    return """
    struct m%1$d_record { %2$s };
    extern const int64_t m%1$d_table[%3$d];
    struct m%1$d_record m%1$d_make(int64_t a);
    int64_t m%1$d_total(struct m%1$d_record r);
    """
        .formatted(module, Heavy.fields(" ", i -> "int64_t v" + i + ";"), Heavy.ELEMENTS);
  }

  private static String heavy(int module) {
    return """
    const int64_t m%1$d_table[%2$d] = {%3$s};
    struct m%1$d_record m%1$d_make(int64_t a) { return (struct m%1$d_record) {%4$s}; }
    int64_t m%1$d_total(struct m%1$d_record r) { return %5$s; }
    """
        .formatted(
            module,
            Heavy.ELEMENTS,
            Heavy.elements(module),
            Heavy.fields(", ", i -> "a + " + i),
            Heavy.fields(" + ", i -> "r.v" + i));
  }

  private static String heavyUse(int own, GeneratedProgram.Function function) {
    return """
        struct m%1$d_record r = m%1$d_make(x);
        s = s + (m%1$d_total(r) & 65535) + m%1$d_table[x & 255];
    """
        .formatted(Heavy.used(function, own));
  }

  @Override
  String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("#include \"m" + module + ".h\"\n");
    program.imports(module).forEach(other -> text.append("#include \"m" + other + ".h\"\n"));
    if (module == 0) {
      text.append("void m0_probe(" + probed(edit, round) + ") {}\n");
    }
    if (Heavy.isIn(program)) {
      text.append(heavy(module));
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      String last =
          (probes ? "    m0_probe(7, 7, 7);\n" : "")
              + (Heavy.isIn(program) ? heavyUse(module, function) : "");
      int start = edit.start(function, index, round);
      text.append(
          "\nint64_t m%d_f%d(int64_t a, int64_t d) {\n%s}\n"
              .formatted(
                  module, index, CLikeBody.of(function, start, "int64_t", CText::name, last)));
      index++;
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("int64_t m0_added%d(int64_t a) { return a; }\n".formatted(round));
    }
    return text.append(edit == Edit.COMMENT ? "/* %d */\n".formatted(round) : "").toString();
  }

  private static String name(GeneratedProgram.Callee callee) {
    return "m%d_f%d".formatted(callee.module(), callee.function());
  }

  @Override
  String main(GeneratedProgram program) {
    StringBuilder text = new StringBuilder("#include <stdio.h>\n");
    program.roots().forEach(module -> text.append("#include \"m" + module + ".h\"\n"));
    text.append("int main(void) {\n    int64_t t = 0;\n");
    for (int module : program.roots()) {
      for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
        text.append("    t = t + m%d_f%d(%d, 4);\n".formatted(module, i, i + 1));
      }
    }
    return text.append("    printf(\"%lld\\n\", (long long)t);\n    return 0;\n}\n").toString();
  }
}
