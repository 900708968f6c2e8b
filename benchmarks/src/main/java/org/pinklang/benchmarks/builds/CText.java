package org.pinklang.benchmarks.builds;

import java.util.LinkedHashMap;
import java.util.Map;

/** The program in C, a source and a header for each module, with a file for ninja. */
final class CText implements Language {
  private final String compile;
  private final String link;

  /**
   * The program with a build.
   *
   * @param compile the compiler and its options
   * @param link the command that links, and its options
   */
  CText(String compile, String link) {
    this.compile = compile;
    this.link = link;
  }

  @Override
  public Map<String, String> files(GeneratedProgram program) {
    Map<String, String> files = new LinkedHashMap<>();
    StringBuilder ninja = new StringBuilder(rules());
    StringBuilder objects = new StringBuilder();
    for (int module = 0; module < program.modules(); module++) {
      files.put("m" + module + ".h", header(module, Edit.NOTHING, 0));
      files.put("m" + module + ".c", source(program, module, Edit.NOTHING, 0));
      ninja.append("build m%1$d.o: cc m%1$d.c\n".formatted(module));
      objects.append(" m").append(module).append(".o");
    }
    files.put("main.c", main(program));
    ninja.append("build main.o: cc main.c\nbuild prog: ld").append(objects).append(" main.o\n");
    files.put("build.ninja", ninja.toString());
    return files;
  }

  private String rules() {
    return """
    rule cc
      command = %s -MF $out.d -c $in -o $out
      depfile = $out.d
      deps = gcc
    rule ld
      command = %s @$out.rsp -o $out
      rspfile = $out.rsp
      rspfile_content = $in
    """
        .formatted(compile, link);
  }

  @Override
  public Map<String, String> edited(GeneratedProgram program, Edit edit, int round) {
    return Map.of("m0.c", source(program, 0, edit, round), "m0.h", header(0, edit, round));
  }

  private static String header(int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("#pragma once\n#include <stdint.h>\n");
    for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
      text.append("int64_t m%d_f%d(int64_t a, int64_t d);\n".formatted(module, i));
    }
    if (module == 0) {
      text.append("void m0_probe(" + probed(edit, round) + ");\n");
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

  private static String source(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("#include \"m" + module + ".h\"\n");
    program.imports(module).forEach(other -> text.append("#include \"m" + other + ".h\"\n"));
    if (module == 0) {
      text.append("void m0_probe(" + probed(edit, round) + ") {}\n");
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      text.append(
          "\nint64_t m%d_f%d(int64_t a, int64_t d) {\n%s}\n"
              .formatted(
                  module, index, body(function, edit.start(function, index, round), probes)));
      index++;
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("int64_t m0_added%d(int64_t a) { return a; }\n".formatted(round));
    }
    return text.append(edit == Edit.COMMENT ? "/* %d */\n".formatted(round) : "").toString();
  }

  private static String body(GeneratedProgram.Function function, int start, boolean probes) {
    GeneratedProgram.Callee first = function.first();
    GeneratedProgram.Callee second = function.second();
    String calls =
        first == null || second == null
            ? "s = s + (s & 7) * d;"
            : "s = s + m%d_f%d(s & 255, d - 1) + m%d_f%d(x & 127, d - 2);"
                .formatted(first.module(), first.function(), second.module(), second.function());
    return """
        int64_t x = (a * %d + d) & 1048575;
        int64_t s = %d;
        for (int64_t j = 0; j < (x & 7); j = j + 1) {
            s = s + (x ^ (j * %d));
            if (s > 100000) { s = s & 65535; }
        }
        if (d > 0) { %s }
        else { s = s + (x & 31); }
    %s    return s & 16777215;
    """
        .formatted(
            function.factor(),
            start,
            function.step(),
            calls,
            probes ? "    m0_probe(7, 7, 7);\n" : "");
  }

  private static String main(GeneratedProgram program) {
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
