package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;
import org.pinklang.benchmarks.generated.GeneratedProgram.Function;

/** Programs in C, a source and a header for each module. */
public class CText extends TextPerModule {
  private static final String INCLUDE = "#include \"m%d.h\"\n";

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
    Map<String, String> files = new LinkedHashMap<>(super.edited(program, edit, round));
    files.put("m0.h", header(program, 0, edit, round));
    return files;
  }

  private static String header(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("#pragma once\n#include <stdint.h>\n");
    for (int i = 0; i < program.functions(module).size(); i++) {
      text.append("int64_t m%d_f%d(int64_t a, int64_t d);\n".formatted(module, i));
    }
    if (module == 0) {
      text.append("void m0_probe(" + probed(Signature.after(edit, round)) + ");\n");
    }
    if (Heavy.isIn(program)) {
      text.append(heavyHeader(module));
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("int64_t m0_added%d(int64_t a);\n".formatted(round));
    }
    return text.toString();
  }

  private static String probed(Signature signature) {
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

  private static String heavyUse(int own, Function function) {
    return """
        struct m%1$d_record r = m%1$d_make(x);
        s = s + (m%1$d_total(r) & 65535) + m%1$d_table[x & 255];
    """
        .formatted(Heavy.used(function, own));
  }

  @Override
  String begin(GeneratedProgram program, int module) {
    return "#include \"m" + module + ".h\"\n" + lines(program.imports(module), INCLUDE);
  }

  @Override
  String probe(Signature signature) {
    return "void m0_probe(" + probed(signature) + ") {}\n";
  }

  @Override
  String data(GeneratedProgram program, int module) {
    return Heavy.isIn(program) ? heavy(module) : "";
  }

  @Override
  String function(int module, int index, Function function, int start, String last) {
    String body = CLikeBody.of(function, start, "int64_t", callee -> name(module, callee), last);
    return "\nint64_t m%d_f%d(int64_t a, int64_t d) {\n%s}\n".formatted(module, index, body);
  }

  @Override
  String probeCall() {
    return "    m0_probe(7, 7, 7);\n";
  }

  @Override
  String dataUse(GeneratedProgram program, int module, Function function) {
    return Heavy.isIn(program) ? heavyUse(module, function) : "";
  }

  @Override
  String added(int round) {
    return "int64_t m0_added%d(int64_t a) { return a; }\n".formatted(round);
  }

  @Override
  String name(int module, Callee callee) {
    return "m%d_f%d".formatted(callee.module(), callee.function());
  }

  @Override
  String beginMain(GeneratedProgram program) {
    return "#include <stdio.h>\n"
        + lines(program.roots(), INCLUDE)
        + "int main(void) {\n    int64_t t = 0;\n";
  }

  @Override
  String endMain() {
    return "    printf(\"%lld\\n\", (long long)t);\n    return 0;\n}\n";
  }
}
