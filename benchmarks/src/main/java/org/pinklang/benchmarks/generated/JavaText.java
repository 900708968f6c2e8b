package org.pinklang.benchmarks.generated;

import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;
import org.pinklang.benchmarks.generated.GeneratedProgram.Function;

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
  String begin(GeneratedProgram program, int module) {
    return "public class M" + module + " {\n";
  }

  @Override
  String probe(Signature signature) {
    return "  public static void probe(int a, int b, int c) {}\n";
  }

  @Override
  String function(int module, int index, Function function, int start, String last) {
    String body = CLikeBody.of(function, start, "long", callee -> name(module, callee), last);
    return "\n  public static long f%d(long a, long d) {\n%s  }\n".formatted(index, body);
  }

  @Override
  String probeCall() {
    return "    M0.probe(7, 7, 7);\n";
  }

  @Override
  String added(int round) {
    return "  public static long added%d(long a) { return a; }\n".formatted(round);
  }

  @Override
  String end() {
    return "}\n";
  }

  @Override
  String name(int module, Callee callee) {
    return "M%d.f%d".formatted(callee.module(), callee.function());
  }

  @Override
  String beginMain(GeneratedProgram program) {
    return "public class Main {\n"
        + "  public static void main(String[] arguments) {\n    long t = 0;\n";
  }

  @Override
  String endMain() {
    return "    System.out.println(t);\n  }\n}\n";
  }
}
