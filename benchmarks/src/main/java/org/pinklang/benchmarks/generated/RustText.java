package org.pinklang.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.Map;

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
  String module(GeneratedProgram program, int module, Edit edit, int round) {
    StringBuilder text = new StringBuilder();
    program.imports(module).forEach(other -> text.append("use crate::m" + other + ";\n"));
    if (module == 0) {
      text.append(probe(edit, round));
    }
    int index = 0;
    for (GeneratedProgram.Function function : program.functions(module)) {
      boolean probes = index == 0 && program.callsProbe(module);
      String last = probes ? "    m0::probe(7, 7, 7);\n" : "";
      text.append(
          "\npub fn f%d(a: i64, d: i64) -> i64 {\n%s}\n"
              .formatted(index, body(module, function, edit.start(function, index, round), last)));
      index++;
    }
    if (edit == Edit.NEW_EXPORT) {
      text.append("\npub fn added%d(a: i64) -> i64 { a }\n".formatted(round));
    }
    return text.append(edit == Edit.COMMENT ? "/* %d */\n".formatted(round) : "").toString();
  }

  private static String probe(Edit edit, int round) {
    Signature signature = Signature.after(edit, round);
    return "pub fn probe(_a: i%d, _b: i%d, _c: i%d) {}\n"
        .formatted(signature.first(), signature.second(), signature.third());
  }

  private static String body(int own, GeneratedProgram.Function function, int start, String last) {
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

  private static String name(int own, GeneratedProgram.Callee callee) {
    String function = "f" + callee.function();
    return callee.module() == own ? function : "m" + callee.module() + "::" + function;
  }

  @Override
  String main(GeneratedProgram program) {
    StringBuilder text = new StringBuilder("#![allow(dead_code)]\n");
    for (int module = 0; module < program.modules(); module++) {
      text.append("mod m" + module + ";\n");
    }
    text.append("fn main() {\n    let mut t: i64 = 0;\n");
    for (int module : program.roots()) {
      for (int i = 0; i < GeneratedProgram.FUNCTIONS; i++) {
        text.append("    t = t + m%d::f%d(%d, 4);\n".formatted(module, i, i + 1));
      }
    }
    return text.append("    println!(\"{}\", t);\n}\n").toString();
  }
}
