package org.pinklang.benchmarks.generated;

import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;
import org.pinklang.benchmarks.generated.GeneratedProgram.Function;

/** Programs in Pink. */
public final class PinkText extends TextPerModule {

  @Override
  public boolean has(Shape shape) {
    return true;
  }

  @Override
  String file(int module) {
    return "m" + module + ".pink";
  }

  @Override
  String mainFile() {
    return "main.pink";
  }

  @Override
  String begin(GeneratedProgram program, int module) {
    return "module m" + module + ";\n" + lines(program.imports(module), "import m%d;\n");
  }

  @Override
  String data(GeneratedProgram program, int module) {
    return Heavy.isIn(program) ? heavy(module) : "";
  }

  @Override
  String function(int module, int index, Function function, int start, String last) {
    return "\nexport fn f%d(a: Integer, d: Integer) -> Integer {\n%s}\n"
        .formatted(index, body(module, function, start, last));
  }

  @Override
  String probeCall() {
    return "    m0::probe(7, 7, 7);\n";
  }

  @Override
  String dataUse(GeneratedProgram program, int module, Function function) {
    return Heavy.isIn(program) ? heavyUse(module, function) : "";
  }

  @Override
  String added(int round) {
    return "\nexport fn added%d(a: Integer) -> Integer { a; }\n".formatted(round);
  }

  @Override
  String probe(Signature signature) {
    return "\nexport fn probe(a: Integer%d, b: Integer%d, c: Integer%d) -> Nil {}\n"
        .formatted(signature.first(), signature.second(), signature.third());
  }

  private static String heavy(int module) {
    return """

    export struct Record { %s }

    export const table: [Integer; %d] := [%s];

    export fn make(a: Integer) -> Record { Record { %s }; }

    export fn total(r: Record) -> Integer { %s; }
    """
        .formatted(
            Heavy.fields(", ", i -> "v" + i + ": Integer"),
            Heavy.ELEMENTS,
            Heavy.elements(module),
            Heavy.fields(", ", i -> "v%1$d: a + %1$d".formatted(i)),
            Heavy.fields(" + ", i -> "r.v" + i));
  }

  private static String heavyUse(int own, Function function) {
    int used = Heavy.used(function, own);
    String module = used == own ? "" : "m" + used + "::";
    return """
        r := %1$smake(x);
        s = s + (%1$stotal(r) & 65535) + %1$stable[x & 255];
    """
        .formatted(module);
  }

  private String body(int own, Function function, int start, String last) {
    return """
        x := (a * %d + d) & 1048575;
        s := %d;
        for j in 0..(x & 7) {
            s = s + (x ^ (j * %d));
            if (s > 100000) { s = s & 65535; }
        }
        if (d > 0) { %s; }
        else { s = s + (x & 31); }
    %s    return s & 16777215;
    """
        .formatted(
            function.factor(),
            start,
            function.step(),
            CLikeBody.calls(function, callee -> name(own, callee)),
            last);
  }

  @Override
  String name(int own, Callee callee) {
    String function = "f" + callee.function();
    return callee.module() == own ? function : "m" + callee.module() + "::" + function;
  }

  @Override
  String beginMain(GeneratedProgram program) {
    return "import std.io;\n"
        + lines(program.roots(), "import m%d;\n")
        + "fn main() -> Nil {\n    t := 0;\n";
  }

  @Override
  String endMain() {
    return "    io::print_integer(t);\n    io::println(\"\");\n}\n";
  }
}
