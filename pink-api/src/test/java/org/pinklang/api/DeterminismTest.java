package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same program gives the same bytes wherever and however it is compiled. */
class DeterminismTest {
  private static final Map<String, String> PROGRAM =
      Map.of(
          "main.pink",
          "import std.io;\nimport a;\nfn main() { io::print_integer(a::f(10)); }\n",
          "a.pink",
          "module a;\nimport b;\nexport import :p;\n"
              + "export fn f(n: Integer) -> Integer { assert(n > 0); b::g(n) + h(n); }\n",
          "a-p.pink",
          "module a:p;\nexport fn h(n: Integer) -> Integer { 100 / n; }\n",
          "a+x.pink",
          "implement a;\nfn unused(xs: *[]Integer) -> Integer { xs[3]; }\n",
          "b.pink",
          "module b;\nimport a;\n"
              + "export fn g(n: Integer) -> Integer { if (n < 2) { 1; } else { a::f(n / 2); } }\n");

  @TempDir Path first;
  @TempDir Path second;

  @Test
  void neitherFolderNorThreadsNorLocaleReachTheBytes() throws IOException {
    List<String> expected = compile(first, ManifestResolver.singleThreaded(), Optimization.O0);
    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(compile(second, ManifestResolver.threadPool(2), Optimization.O0))
        .isEqualTo(expected);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(compile(second, ManifestResolver.threadPool(1), Optimization.O0))
          .isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void optimisedBytesAreTheSameToo() throws IOException {
    assertThat(compile(first, ManifestResolver.threadPool(2), Optimization.O2))
        .isEqualTo(compile(second, ManifestResolver.singleThreaded(), Optimization.O2));
  }

  /** LLVM keeps some of what its back ends decide by in variables of the process. */
  @Test
  void targetsMetBeforeDoNotReachTheBytes() {
    List<String> names = List.of("x86_64-linux-gnu", "wasm32-wasi", "riscv64-linux-gnu");
    Map<String, List<String>> there = new HashMap<>();
    names.forEach(name -> there.put(name, standardObjects(name)));
    Map<String, List<String>> back = new HashMap<>();
    names.reversed().forEach(name -> back.put(name, standardObjects(name)));
    assertThat(back).isEqualTo(there);
    Map<String, List<String>> together = new ConcurrentHashMap<>();
    IntStream.range(0, 9)
        .parallel()
        .mapToObj(i -> names.get(i % names.size()))
        .forEach(name -> together.merge(name, standardObjects(name), (a, b) -> b));
    assertThat(together).isEqualTo(there);
  }

  /** The objects of standard modules, which are not prebuilt with debug information. */
  private static List<String> standardObjects(String target) {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.text("m.pink", "module m;\nimport std.io;\n"))
            .target(Target.of(target))
            .debugInformation(true)
            .build()
            .run()
            .orThrow();
    return result.standardObjects().stream()
        .map(object -> object.name() + " " + HexFormat.of().formatHex(object.bytes()))
        .toList();
  }

  /** Everything that comes out, diagnostics included. */
  private static List<String> compile(Path folder, ManifestResolver resolver, Optimization level)
      throws IOException {
    for (Map.Entry<String, String> file : PROGRAM.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.files(folder.resolve("main.pink")))
            .resolver(resolver)
            .optimization(level)
            .build()
            .run();
    List<String> all = new ArrayList<>();
    result.diagnostics().forEach(diagnostic -> all.add(diagnostic.toText()));
    for (ObjectFile object : result.objects()) {
      all.add(object.name() + " " + HexFormat.of().formatHex(object.bytes()));
    }
    Path executable = result.link(Link.executable(folder.resolve("program")));
    all.add(HexFormat.of().formatHex(Files.readAllBytes(executable)));
    return all;
  }
}
