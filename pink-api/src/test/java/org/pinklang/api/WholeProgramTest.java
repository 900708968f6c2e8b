package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeProgramTest {
  /** Two modules that name each other's functions and globals, constants of several shapes. */
  private static final Sources PROGRAM =
      Sources.texts(
          Map.of(
              "a.pink",
              """
              module a;
              import b;
              export struct Pair { left: Byte, right: Integer }
              export var pairs: [Pair; 2] := [Pair { left: 1, right: 2 }, Pair { left: 3, right: 4 }];
              export const other: *Integer := &b::count;
              export fn down(n: Integer) -> Integer {
                if (n == 0) { *other; } else { b::down(n - 1) + helper(n); }
              }
              fn helper(n: Integer) -> Integer { pairs[n % 2].right; }
              """,
              "b.pink",
              """
              module b;
              import a;
              export var count: Integer := 100;
              export var first: *Integer := &a::pairs[0].right;
              export fn down(n: Integer) -> Integer {
                if (n == 0) { *first; } else { a::down(n - 1) + helper(n); }
              }
              fn helper(n: Integer) -> Integer { a::pairs[(n + 1) % 2].right; }
              """,
              "main.pink",
              """
              import a;
              import std.io;
              fn endless(n: Integer) -> Integer { endless(n + 1) + 1; }
              fn main(arguments: *[]*[]Byte) {
                io::print_integer(a::down(10));
                io::println("");
                if (arguments.length > 1) { io::print_integer(endless(0)); }
              }
              """));

  @TempDir Path folder;

  private static Compilation.Builder program(Optimization level) {
    return Compilation.builder().sources(PROGRAM).optimization(level).verify(true);
  }

  @ParameterizedTest
  @EnumSource
  void theProgramDoesWhatItDoesOfSeparateObjects(Optimization level) throws Exception {
    CompilationResult result = program(level).build().run().orThrow();
    Path whole = result.link(Link.executable(folder.resolve("whole")).wholeProgram());
    Path parts = result.link(Link.executable(folder.resolve("parts")));
    assertThat(ExternalTool.run(folder, whole.toString()))
        .isEqualTo(new ExternalTool.Ending(0, "120\n", ""))
        .isEqualTo(ExternalTool.run(folder, parts.toString()));
    assertThat(ExternalTool.run(folder, whole.toString(), "more"))
        .isEqualTo(new ExternalTool.Ending(101, "120\n", "panic: out of stack at main.pink:3:4\n"));
  }

  @Test
  void debugInformationOfAllUnitsGoesIntoTheModule() throws Exception {
    CompilationResult result =
        program(Optimization.O0).debugInformation(true).build().run().orThrow();
    assertThat(result.linkedModule().text())
        .contains("!DIFile(filename: \"a.pink\"")
        .contains("!DIFile(filename: \"b.pink\"");
    result.link(Link.executable(folder.resolve("whole")).wholeProgram());
    assertThat(ExternalTool.run(folder, "./whole").output()).isEqualTo("120\n");
  }

  @Test
  void onlyMainCanBeUsedOfAProgram() {
    LinkedModule module = program(Optimization.O0).build().run().linkedModule();
    assertThat(module.object().definedSymbols()).containsExactly("main");
    assertThat(module.text()).contains("define internal").contains("@_PM1aEF4down(");
    assertThat(module.bitcode()).startsWith('B', 'C', 0xC0, 0xDE);
  }

  @Test
  void theExportsCanBeUsedOfALibrary() throws Exception {
    String text = "module m;\nexport fn f() -> Integer { g(); }\nfn g() -> Integer { 42; }\n";
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.text("m.pink", text))
            .optimization(Optimization.O2)
            .build()
            .run();
    assertThat(result.linkedModule().object().definedSymbols()).containsExactly("_PM1mEF1f");
    Path library = result.link(Link.sharedLibrary(folder.resolve("libm.so")).wholeProgram());
    Path archive = result.link(Link.staticArchive(folder.resolve("libm.a")).wholeProgram());
    assertThat(library).exists();
    assertThat(archive).exists();
    assertThat(Files.readString(folder.resolve("libm.h"))).contains("int64_t m_f(void)");
  }

  @Test
  void theModuleIsTheSameFromAnyNumberOfThreadsAndFromAStore() {
    byte[] expected = program(Optimization.O2).build().run().linkedModule().bitcode();
    Compilation stored =
        program(Optimization.O2)
            .resolver(ManifestResolver.singleThreaded())
            .store(Store.inMemory(1 << 26))
            .build();
    assertThat(stored.run().linkedModule().bitcode()).isEqualTo(expected);
    CompilationResult again = stored.run();
    assertThat(again.counters().checked()).isZero();
    assertThat(again.linkedModule().bitcode()).isEqualTo(expected);
  }
}
