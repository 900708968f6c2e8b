package org.pinklang.benchmarks.generated;

import java.util.Map;
import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;
import org.pinklang.benchmarks.generated.GeneratedProgram.Function;

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
  String begin(GeneratedProgram program, int module) {
    return "module m" + module + ";\n" + lines(program.imports(module), "static import m%d;\n");
  }

  @Override
  String function(int module, int index, Function function, int start, String last) {
    String body = CLikeBody.of(function, start, "long", callee -> name(module, callee), last);
    return "\nlong f%d(long a, long d) {\n%s}\n".formatted(index, body);
  }

  @Override
  String probeCall() {
    return "    m0.probe(7, 7, 7);\n";
  }

  @Override
  String added(int round) {
    return "long added%d(long a) { return a; }\n".formatted(round);
  }

  @Override
  String probe(Signature signature) {
    return "void probe(%s a, %s b, %s c) {}\n"
        .formatted(
            TYPES.get(signature.first()),
            TYPES.get(signature.second()),
            TYPES.get(signature.third()));
  }

  @Override
  String name(int own, Callee callee) {
    String function = "f" + callee.function();
    return callee.module() == own ? function : "m" + callee.module() + "." + function;
  }

  @Override
  String beginMain(GeneratedProgram program) {
    return "module main;\nimport core.stdc.stdio;\n"
        + lines(program.roots(), "static import m%d;\n")
        + "extern(C) int main() {\n    long t = 0;\n";
  }

  @Override
  String endMain() {
    return "    printf(\"%lld\\n\", t);\n    return 0;\n}\n";
  }
}
