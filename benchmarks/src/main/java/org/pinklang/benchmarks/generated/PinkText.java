package org.pinklang.benchmarks.generated;

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
  String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("module m" + module + ";\n");
    program.imports(module).forEach(other -> text.append("import m" + other + ";\n"));
    if (module == 0) {
      text.append(probe(edit, round));
    }
    if (Heavy.isIn(program)) {
      text.append(heavy(module));
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      String last =
          (probes ? "    m0::probe(7, 7, 7);\n" : "")
              + (Heavy.isIn(program) ? heavyUse(module, function) : "");
      text.append(
          "\nexport fn f%d(a: Integer, d: Integer) -> Integer {\n%s}\n"
              .formatted(index, body(module, function, edit.start(function, index, round), last)));
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

  private static String heavyUse(int own, GeneratedProgram.Function function) {
    int used = Heavy.used(function, own);
    String module = used == own ? "" : "m" + used + "::";
    return """
        r := %1$smake(x);
        s = s + (%1$stotal(r) & 65535) + %1$stable[x & 255];
    """
        .formatted(module);
  }

  private static String body(int own, GeneratedProgram.Function function, int start, String last) {
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

  private static String name(int own, GeneratedProgram.Callee callee) {
    String function = "f" + callee.function();
    return callee.module() == own ? function : "m" + callee.module() + "::" + function;
  }

  @Override
  String main(GeneratedProgram program) {
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
