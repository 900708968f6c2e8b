package org.pinklang.api.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Engine;
import org.pinklang.api.ExternalTool;
import org.pinklang.api.Link;
import org.pinklang.api.ObjectFile;
import org.pinklang.api.Optimization;
import org.pinklang.api.Output;
import org.pinklang.api.Sources;
import org.pinklang.api.Store;

/** What is true of all debug information, and when it is made again. */
class DebugInformationTest {
  private static final Path ROOT = Path.of("..");

  private static Engine engine;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    engine = Engine.open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Compilation.Builder compilation(Sources sources) {
    return Compilation.builder().engine(engine).sources(sources).debugInformation(true);
  }

  // ---- well-formed --------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(names = {"O0", "O2"})
  void allProgramsHaveDebugInformationThatDwarfdumpFindsRight(Optimization level) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(ExternalTool.required("llvm-dwarfdump-19"), "--verify"));
    int options = command.size();
    for (Path program : programs()) {
      CompilationResult result =
          compilation(Sources.files(program))
              .output(Output.OWN_OBJECTS)
              .optimization(level)
              .verify(true)
              .build()
              .run();
      for (ObjectFile object : result.orThrow().objects()) {
        Path file = folder.resolve(command.size() + ".o");
        Files.write(file, object.bytes());
        command.add(file.toString());
      }
    }
    assertThat(said(command).lines().filter("No errors."::equals))
        .hasSize(command.size() - options);
  }

  private String said(List<String> command) throws Exception {
    return ExternalTool.run(folder, command.toArray(String[]::new)).output();
  }

  private static List<Path> programs() throws IOException {
    try (Stream<Path> run = Files.walk(ROOT.resolve("testdata/run"));
        Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
      return Stream.concat(run, examples)
          .filter(file -> file.toString().endsWith(".pink"))
          .filter(DebugInformationTest::isProgram)
          .sorted()
          .toList();
    }
  }

  private static boolean isProgram(Path file) {
    try {
      return Files.readString(file).contains("fn main(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- optimised code -----------------------------------------------------------------------

  @Test
  void functionsThatAreInlinedFromAnotherModuleAreFramesOfTheirOwn() throws Exception {
    String gdb = ExternalTool.required("gdb");
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(
        folder.resolve("lib/m.pink"),
        """
        module lib.m;
        export fn twice(n: Integer) -> Integer {
          counted := count(n);
          counted + count(counted);
        }
        export fn count(n: Integer) -> Integer {
          if (n < 1) { 0; } else { 1 + count(n - 1); }
        }
        """);
    Path main =
        write(
            folder,
            """
            import lib.m;
            fn main(arguments: *[]*[]Byte) -> Integer {
              m::twice(arguments.length + 2) - 6;
            }
            """);
    compilation(Sources.files(main))
        .optimization(Optimization.O2)
        .output(Output.OBJECTS)
        .verify(true)
        .build()
        .run()
        .orThrow()
        .link(Link.executable(folder.resolve("app")));
    List<String> arguments = new ArrayList<>(List.of(gdb, "-q", "-nx", "-batch"));
    for (String command :
        List.of(
            "set print address off",
            "set print frame-arguments none",
            "break lib/m.pink:4",
            "run",
            "backtrace",
            "print counted")) {
      arguments.addAll(List.of("-ex", command));
    }
    arguments.add("app");
    assertThat(said(arguments))
        .contains(
            "#0  lib.m::twice (n=...) at lib/m.pink:4\n"
                + "#1  main (arguments=...) at main.pink:3\n")
        .endsWith("$1 = 3\n");
  }

  // ---- places -------------------------------------------------------------------------------

  @Test
  void objectsAreTheSameFromWhateverFolder() throws IOException {
    byte[] here = object(Files.createDirectories(folder.resolve("here")), Optimization.O0);
    byte[] there = object(Files.createDirectories(folder.resolve("some/where")), Optimization.O0);
    assertThat(there).isEqualTo(here);
    assertThat(new String(here, StandardCharsets.ISO_8859_1))
        .contains("main.pink")
        .doesNotContain(folder.toString());
  }

  @Test
  void withoutItNothingIsTold() throws IOException {
    Path file = write(folder, "fn main() {}\n");
    byte[] object =
        Compilation.builder()
            .engine(engine)
            .sources(Sources.files(file))
            .output(Output.OWN_OBJECTS)
            .build()
            .run()
            .objects()
            .getFirst()
            .bytes();
    assertThat(new String(object, StandardCharsets.ISO_8859_1)).doesNotContain(".debug");
  }

  private static byte[] object(Path root, Optimization level) throws IOException {
    Path file = write(root, PROGRAM);
    CompilationResult result =
        compilation(Sources.files(file))
            .output(Output.OWN_OBJECTS)
            .optimization(level)
            .build()
            .run();
    return result.objects().getFirst().bytes();
  }

  private static Path write(Path root, String text) throws IOException {
    Path file = root.resolve("main.pink");
    Files.writeString(file, text);
    return file;
  }

  // ---- built again --------------------------------------------------------------------------

  private static final String PROGRAM =
      "fn twice(n: Integer) -> Integer {\n  n + n;\n}\nfn main() -> Integer { twice(2); }\n";

  private long compiled(Store store, boolean debugInformation, String text) throws IOException {
    return Compilation.builder()
        .engine(engine)
        .sources(Sources.files(write(folder, text)))
        .output(Output.OWN_OBJECTS)
        .debugInformation(debugInformation)
        .store(store)
        .build()
        .run()
        .orThrow()
        .counters()
        .compiled();
  }

  @Test
  void aCommentThatMovesLinesCompilesItsUnitAgain() throws IOException {
    Store store = Store.inMemory(1 << 24);
    assertThat(compiled(store, true, PROGRAM)).isEqualTo(1);
    assertThat(compiled(store, true, "// A program.\n" + PROGRAM)).isEqualTo(1);
  }

  @Test
  void aCommentThatMovesNothingCompilesNothing() throws IOException {
    Store store = Store.inMemory(1 << 24);
    assertThat(compiled(store, true, PROGRAM)).isEqualTo(1);
    assertThat(compiled(store, true, PROGRAM.replace("n + n;", "n + n; // n"))).isZero();
  }

  @Test
  void withoutItACommentCompilesNothing() throws IOException {
    Store store = Store.inMemory(1 << 24);
    String program = "fn main() -> Integer {\n  3;\n}\n";
    assertThat(compiled(store, false, program)).isEqualTo(1);
    assertThat(compiled(store, false, "// A program.\n" + program)).isZero();
  }

  @Test
  void codeWithItAndWithoutItIsKeptApart() throws IOException {
    Store store = Store.inMemory(1 << 24);
    for (boolean debugInformation : Arrays.asList(false, true)) {
      assertThat(compiled(store, debugInformation, PROGRAM)).isEqualTo(1);
    }
    for (boolean debugInformation : Arrays.asList(false, true)) {
      assertThat(compiled(store, debugInformation, PROGRAM)).isZero();
    }
  }
}
