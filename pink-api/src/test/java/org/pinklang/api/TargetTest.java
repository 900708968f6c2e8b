package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {
  private static final String PROGRAM =
      """
      import std.io;
      fn main() { io::println("hello"); }
      """;

  static Stream<Target> targets() {
    return Target.all().stream();
  }

  @ParameterizedTest
  @CsvSource({
    "amd64-linux, x86_64-linux-gnu",
    "x86_64-unknown-linux-gnu, x86_64-linux-gnu",
    "arm64-linux-gnu, aarch64-linux-gnu",
    "aarch64-unknown-linux-gnu, aarch64-linux-gnu",
    "riscv64gc-unknown-linux-gnu, riscv64-linux-gnu",
    "x86_64-pc-windows-msvc, x86_64-windows-msvc",
    "x86_64-apple-darwin23.1.0, x86_64-macos",
    "arm64-apple-macosx11.0.0, aarch64-macos",
    "wasm32-unknown-wasi, wasm32-wasi",
    "wasm32-wasip1, wasm32-wasi"
  })
  void namesOfOtherToolsAreUnderstood(String name, String target) {
    assertThat(Target.of(name).name()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({"sparc-sun-solaris", "x86_64", "wasm32-macos", "linux", "-", "aarch64-windows-msvc"})
  void unknownTargetsAreAnErrorThatListsThoseThereAre(String name) {
    assertThatThrownBy(() -> Target.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("x86_64-linux-gnu, aarch64-linux-gnu, riscv64-linux-gnu");
  }

  @Test
  void hostIsOneOfThoseThatRun() {
    assertThat(Target.host().canRun()).isTrue();
    assertThat(Target.all().stream().filter(Target::canRun)).containsExactly(Target.host());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void objectsOfEveryTargetSayWhatTheyDefineAndNeed(Target target) {
    ObjectFile object = compile(target).object("main").orElseThrow();

    assertThat(object.target()).isEqualTo(target);
    assertThat(object.definedSymbols()).contains("main", "_PMEF4main");
    assertThat(object.undefinedSymbols()).contains("_PM3std2ioEF7println");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void programsAreLinkedOrItIsSaidForWhichTargetsTheyCanBe(Target target, @TempDir Path folder)
      throws Exception {
    CompilationResult result = compile(target);
    Link link = Link.executable(folder.resolve("main"));
    if (target.canLink()) {
      assertThat(result.link(link)).isNotEmptyFile();
    } else {
      assertThatThrownBy(() -> result.link(link))
          .isInstanceOf(LinkException.class)
          .satisfies(thrown -> assertThat(codes((LinkException) thrown)).containsExactly("PK0805"))
          .hasMessageContaining(target.name())
          .hasMessageContaining("wasm32-wasi");
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void librariesAreMadeOrItIsSaidForWhichTargetsTheyCanBe(Target target, @TempDir Path folder)
      throws Exception {
    CompilationResult result = compile(target);
    for (Link link :
        List.of(
            Link.sharedLibrary(folder.resolve("libmain.so")),
            Link.staticArchive(folder.resolve("libmain.a")))) {
      if (target.name().endsWith("-linux-gnu")) {
        assertThat(result.link(link)).isNotEmptyFile();
      } else {
        assertThatThrownBy(() -> result.link(link))
            .isInstanceOf(LinkException.class)
            .satisfies(
                thrown -> assertThat(codes((LinkException) thrown)).containsExactly("PK0805"))
            .hasMessageContaining("aarch64-linux-gnu");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void programsForOtherMachinesAreNotLoaded(Target target) {
    CompilationResult result = compile(target);
    if (target.canRun()) {
      result.load().close();
    } else {
      assertThatThrownBy(result::load)
          .isInstanceOf(LinkException.class)
          .satisfies(thrown -> assertThat(codes((LinkException) thrown)).containsExactly("PK0809"));
    }
  }

  private static List<String> codes(LinkException exception) {
    return exception.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static CompilationResult compile(Target target) {
    return Compilation.builder()
        .sources(Sources.text("main.pink", PROGRAM))
        .target(target)
        .build()
        .run()
        .orThrow();
  }
}
