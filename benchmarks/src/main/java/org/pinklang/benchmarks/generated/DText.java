package org.pinklang.benchmarks.generated;

import java.util.Map;

/** Programs in D, without its runtime. */
public final class DText extends TextPerModule {
  private static final Map<Integer, String> TYPES =
      Map.of(8, "byte", 16, "short", 32, "int", 64, "long");

  @Override
  String file(int module) {
    return "m" + module + ".d";
  }

  @Override
  String mainFile() {
    return "main.d";
  }

  @Override
  String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("module m" + module + ";\n");
    program.imports(module).forEach(other -> text.append("static import m" + other + ";\n"));
    if (module == 0) {
      text.append(probe(edit, round));
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      String body =
          CLikeBody.of(
              function,
              edit.start(function, index, round),
              "long",
              callee -> name(module, callee),
              probes ? "    m0.probe(7, 7, 7);\n" : "");
      text.append("\nlong f%d(long a, long d) {\n%s}\n".formatted(index, body));
      index++;
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("long added%d(long a) { return a; }\n".formatted(round));
    }
    return text.append(edit == Edit.COMMENT ? "/* %d */\n".formatted(round) : "").toString();
  }

  private static String probe(Edit edit, int round) {
    Signature signature = Signature.after(edit, round);
    return "void probe(%s a, %s b, %s c) {}\n"
        .formatted(
            TYPES.get(signature.first()),
            TYPES.get(signature.second()),
            TYPES.get(signature.third()));
  }

  private static String name(int own, GeneratedProgram.Callee callee) {
    String function = "f" + callee.function();
    return callee.module() == own ? function : "m" + callee.module() + "." + function;
  }

  @Override
  String main(GeneratedProgram program) {
    StringBuilder text = new StringBuilder("module main;\nimport core.stdc.stdio;\n");
    program.roots().forEach(module -> text.append("static import m" + module + ";\n"));
    text.append("extern(C) int main() {\n    long t = 0;\n");
    for (int module : program.roots()) {
      for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
        text.append("    t = t + m%d.f%d(%d, 4);\n".formatted(module, i, i + 1));
      }
    }
    return text.append("    printf(\"%lld\\n\", t);\n    return 0;\n}\n").toString();
  }
}
