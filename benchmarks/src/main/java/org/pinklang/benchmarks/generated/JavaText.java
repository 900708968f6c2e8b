package org.pinklang.benchmarks.generated;

/** Programs in Java, a class for each module. Only built from nothing. */
public final class JavaText extends TextPerModule {

  @Override
  String file(int module) {
    return "M" + module + ".java";
  }

  @Override
  String mainFile() {
    return "Main.java";
  }

  @Override
  String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("public class M" + module + " {\n");
    if (module == 0) {
      text.append("  public static void probe(int a, int b, int c) {}\n");
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      String body =
          CLikeBody.of(
              function,
              edit.start(function, index, round),
              "long",
              callee -> "M%d.f%d".formatted(callee.module(), callee.function()),
              probes ? "    M0.probe(7, 7, 7);\n" : "");
      text.append("\n  public static long f%d(long a, long d) {\n%s  }\n".formatted(index, body));
      index++;
    }
    return text.append("}\n").toString();
  }

  @Override
  String main(GeneratedProgram program) {
    StringBuilder text = new StringBuilder("public class Main {\n");
    text.append("  public static void main(String[] arguments) {\n    long t = 0;\n");
    for (int module : program.roots()) {
      for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
        text.append("    t = t + M%d.f%d(%d, 4);\n".formatted(module, i, i + 1));
      }
    }
    return text.append("    System.out.println(t);\n  }\n}\n").toString();
  }
}
