package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pinklang.benchmarks.generated.GeneratedProgram.Callee;
import org.pinklang.benchmarks.generated.GeneratedProgram.Function;

/** Programs in Rust, one crate for cargo. */
public final class RustText extends TextPerModule {
  private static final String PACKAGE =
      """
      [package]
      name = "app"
      version = "0.1.0"
      edition = "2021"
      [profile.dev]
      debug = 0
      """;

  @Override
  String file(int module) {
    return "src/m" + module + ".rs";
  }

  @Override
  String mainFile() {
    return "src/main.rs";
  }

  @Override
  public Map<String, String> files(GeneratedProgram program) {
    Map<String, String> files = new LinkedHashMap<>(super.files(program));
    files.put("Cargo.toml", PACKAGE);
    return files;
  }

  @Override
  String begin(GeneratedProgram program, int module) {
    return lines(program.imports(module), "use crate::m%d;\n");
  }

  @Override
  String function(int module, int index, Function function, int start, String last) {
    return "\npub fn f%d(a: i64, d: i64) -> i64 {\n%s}\n"
        .formatted(index, body(module, function, start, last));
  }

  @Override
  String probeCall() {
    return "    m0::probe(7, 7, 7);\n";
  }

  @Override
  String added(int round) {
    return "\npub fn added%d(a: i64) -> i64 { a }\n".formatted(round);
  }

  @Override
  String probe(Signature signature) {
    return "pub fn probe(_a: i%d, _b: i%d, _c: i%d) {}\n"
        .formatted(signature.first(), signature.second(), signature.third());
  }

  private String body(int own, Function function, int start, String last) {
    return """
        let x: i64 = (a * %d + d) & 1048575;
        let mut s: i64 = %d;
        for j in 0..(x & 7) {
            s = s + (x ^ (j * %d));
            if s > 100000 { s = s & 65535; }
        }
        if d > 0 { %s; }
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
    List<Integer> all = IntStream.range(0, program.modules()).boxed().toList();
    return "#![allow(dead_code)]\n"
        + lines(all, "mod m%d;\n")
        + "fn main() {\n    let mut t: i64 = 0;\n";
  }

  @Override
  String endMain() {
    return "    println!(\"{}\", t);\n}\n";
  }
}
