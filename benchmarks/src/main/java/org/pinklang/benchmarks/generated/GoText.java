package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;
import org.pinklang.benchmarks.generated.GeneratedProgram.Function;

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
  String begin(GeneratedProgram program, int module) {
    return "package m" + module + "\n" + imports(program.imports(module));
  }

  @Override
  String function(int module, int index, Function function, int start, String last) {
    return "\nfunc F%d(a, d int64) int64 {\n%s}\n"
        .formatted(index, body(module, function, start, last));
  }

  @Override
  String probeCall() {
    return "\tm0.Probe(7, 7, 7)\n";
  }

  @Override
  String added(int round) {
    return "\nfunc Added%d(a int64) int64 { return a }\n".formatted(round);
  }

  private static String imports(List<Integer> modules) {
    return lines(modules, "import \"app/m%d\"\n");
  }

  @Override
  String probe(Signature signature) {
    return "func Probe(a int%d, b int%d, c int%d) {}\n"
        .formatted(signature.first(), signature.second(), signature.third());
  }

  private String body(int own, Function function, int start, String last) {
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

  @Override
  String name(int own, Callee callee) {
    String function = "F" + callee.function();
    return callee.module() == own ? function : "m" + callee.module() + "." + function;
  }

  @Override
  String beginMain(GeneratedProgram program) {
    return "package main\nimport \"fmt\"\n"
        + imports(program.roots())
        + "func main() {\n\tvar t int64 = 0\n";
  }

  @Override
  String addition(String function, int argument) {
    return "\tt = t + %s(%d, 4)\n".formatted(function, argument);
  }

  @Override
  String endMain() {
    return "\tfmt.Println(t)\n}\n";
  }
}
