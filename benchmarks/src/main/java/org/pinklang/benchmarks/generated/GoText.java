package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs in Go, a package for each module. */
public final class GoText extends TextPerModule {

  @Override
  public boolean has(Shape shape) {
    return shape != Shape.CYCLES && super.has(shape);
  }

  @Override
  String file(int module) {
    return "m" + module + "/m.go";
  }

  @Override
  String mainFile() {
    return "main.go";
  }

  @Override
  public Map<String, String> files(GeneratedProgram program) {
    Map<String, String> files = new LinkedHashMap<>(super.files(program));
    files.put("go.mod", "module app\n\ngo 1.19\n");
    return files;
  }

  @Override
  String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder("package m" + module + "\n");
    text.append(imports(program.imports(module)));
    if (module == 0) {
      text.append(probe(edit, round));
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      String last = probes ? "\tm0.Probe(7, 7, 7)\n" : "";
      text.append(
          "\nfunc F%d(a, d int64) int64 {\n%s}\n"
              .formatted(index, body(module, function, edit.start(function, index, round), last)));
      index++;
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("\nfunc Added%d(a int64) int64 { return a }\n".formatted(round));
    }
    return text.append(edit == Edit.COMMENT ? "/* %d */\n".formatted(round) : "").toString();
  }

  private static String imports(List<Integer> modules) {
    StringBuilder text = new StringBuilder();
    modules.forEach(module -> text.append("import \"app/m" + module + "\"\n"));
    return text.toString();
  }

  private static String probe(Edit edit, int round) {
    Signature signature = Signature.after(edit, round);
    return "func Probe(a int%d, b int%d, c int%d) {}\n"
        .formatted(signature.first(), signature.second(), signature.third());
  }

  private static String body(int own, GeneratedProgram.Function function, int start, String last) {
    return """
    \tvar x int64 = (a*%d + d) & 1048575
    \tvar s int64 = %d
    \tfor j := int64(0); j < (x & 7); j = j + 1 {
    \t\ts = s + (x ^ (j * %d))
    \t\tif s > 100000 { s = s & 65535 }
    \t}
    \tif d > 0 {
    \t\t%s
    \t} else {
    \t\ts = s + (x & 31)
    \t}
    %s\treturn s & 16777215
    """
        .formatted(
            function.factor(),
            start,
            function.step(),
            CLikeBody.calls(function, callee -> name(own, callee)),
            last);
  }

  private static String name(int own, GeneratedProgram.Callee callee) {
    String function = "F" + callee.function();
    return callee.module() == own ? function : "m" + callee.module() + "." + function;
  }

  @Override
  String main(GeneratedProgram program) {
    StringBuilder text = new StringBuilder("package main\nimport \"fmt\"\n");
    text.append(imports(program.roots()));
    text.append("func main() {\n\tvar t int64 = 0\n");
    for (int module : program.roots()) {
      for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
        text.append("\tt = t + m%d.F%d(%d, 4)\n".formatted(module, i, i + 1));
      }
    }
    return text.append("\tfmt.Println(t)\n}\n").toString();
  }
}
