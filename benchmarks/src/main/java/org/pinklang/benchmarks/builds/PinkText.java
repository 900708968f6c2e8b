package org.pinklang.benchmarks.builds;

import java.util.LinkedHashMap;
import java.util.Map;

/** The program in Pink. */
public final class PinkText implements Language {

  @Override
  public Map<String, String> files(GeneratedProgram program) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int module = 0; module < program.modules(); module++) {
      files.put("m" + module + ".pink", module(program, module, Edit.NOTHING, 0));
    }
    files.put("main.pink", main(program));
    return files;
  }

  @Override
  public Map<String, String> edited(GeneratedProgram program, Edit edit, int round) {
    return Map.of("m0.pink", module(program, 0, edit, round));
  }

  private static String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("module m" + module + ";\n");
    program.imports(module).forEach(other -> text.append("import m" + other + ";\n"));
    if (module == 0) {
      text.append(probe(edit, round));
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      text.append(
          "\nexport fn f%d(a: Integer, d: Integer) -> Integer {\n%s}\n"
              .formatted(index, body(function, edit.start(function, index, round), probes)));
      index++;
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("\nexport fn added%d(a: Integer) -> Integer { a; }\n".formatted(round));
    }
    return text.append(edit == Edit.COMMENT ? "/* %d */\n".formatted(round) : "").toString();
  }

  private static String probe(Edit edit, int round) {
    Signature signature = Signature.after(edit, round);
    return "\nexport fn probe(a: Integer%d, b: Integer%d, c: Integer%d) -> Nil {}\n"
        .formatted(signature.first(), signature.second(), signature.third());
  }

  private static String body(GeneratedProgram.Function function, int start, boolean probes) {
    GeneratedProgram.Callee first = function.first();
    GeneratedProgram.Callee second = function.second();
    String calls =
        first == null || second == null
            ? "s = s + (s & 7) * d;"
            : "s = s + m%d::f%d(s & 255, d - 1) + m%d::f%d(x & 127, d - 2);"
                .formatted(first.module(), first.function(), second.module(), second.function());
    return """
        x := (a * %d + d) & 1048575;
        s := %d;
        for j in 0..(x & 7) {
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
            probes ? "    m0::probe(7, 7, 7);\n" : "");
  }

  private static String main(GeneratedProgram program) {
    StringBuilder text = new StringBuilder("import std.io;\n");
    program.roots().forEach(module -> text.append("import m" + module + ";\n"));
    text.append("fn main() -> Nil {\n    t := 0;\n");
    for (int module : program.roots()) {
      for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
        text.append("    t = t + m%d::f%d(%d, 4);\n".formatted(module, i, i + 1));
      }
    }
    return text.append("    io::print_integer(t);\n    io::println(\"\");\n}\n").toString();
  }
}
