package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.link.object.ObjectSymbols;

class LibraryTest {
  private static final Path KINDS = Path.of("../testdata/libraries/kinds").toAbsolutePath();
  private static final Path JAVA = Path.of("../testdata/libraries/java").toAbsolutePath();
  private static final List<String> WARNINGS =
      List.of("-Wall", "-Wextra", "-pedantic", "-Werror", "-I.");

  private static final String SHAPES =
      """
      module shapes;
      import std.memory;
      export struct Square { side: Integer }
      export fn make(side: Integer) -> *Square {
        block := memory::allocate(size_of(Square))! as *Square;
        *block = Square { side: side };
        block;
      }
      export fn area(square: *Square) -> Integer { square.side * square.side; }
      export var made: Integer := 1;
      export fn checked(xs: *[]Integer, i: Integer) -> Integer { xs[i]; }
      """;

  private static final String ROOMS =
      """
      module rooms;
      import shapes;
      import std.memory;
      export fn floor(side: Integer) -> Integer {
        square := shapes::make(side);
        result := square.area() + shapes::made;
        shapes::made = shapes::made + 1;
        memory::free(square as *Byte);
        result;
      }
      export fn beyond(n: Integer) -> Integer {
        xs := [1, 2, 3];
        shapes::checked(xs[0..3], n);
      }
      """;

  @TempDir Path folder;

  private static CompilationResult compile(Sources sources, Path... manifests) {
    return Compilation.builder().sources(sources).manifestPath(manifests).build().run().orThrow();
  }

  private static CompilationResult kinds() {
    return compile(Sources.files(KINDS.resolve("kinds.pink")));
  }

  private Path shapesLibrary() throws Exception {
    CompilationResult shapes = compile(Sources.text("shapes.pink", SHAPES));
    Files.write(folder.resolve("shapes.pmi"), shapes.manifests().getFirst().toBytes());
    return shapes.link(Link.sharedLibrary(folder.resolve("libshapes.so")));
  }

  private Path roomsLibrary() throws Exception {
    Sources sources =
        Sources.text("rooms.pink", ROOMS).and(Sources.sharedLibraries(shapesLibrary()));
    return compile(sources, folder).link(Link.sharedLibrary(folder.resolve("librooms.so")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gcc -std=c11", "gcc -std=gnu17", "clang-19 -std=c11", "g++ -std=c++11 -xc++"})
  void aProgramInCCallsEveryKindOfFunctionThroughTheHeader(String compiler) throws Exception {
    List<String> words = List.of(compiler.split(" "));
    ExternalTool.required(words.getFirst());
    kinds().link(Link.sharedLibrary(folder.resolve("libshapes.kinds.so")));
    ExternalTool.runSilently(folder, words, concat("-c", KINDS.resolve("main.c").toString()));
    ExternalTool.runSilently(
        folder, List.of("gcc", "main.o", "./libshapes.kinds.so", "-Wl,-rpath,$ORIGIN"));
    assertThat(ExternalTool.run(folder, "./a.out"))
        .isEqualTo(new ExternalTool.Ending(0, Files.readString(KINDS.resolve("expected.txt")), ""));
  }

  private static String[] concat(String... more) {
    return java.util.stream.Stream.concat(WARNINGS.stream(), List.of(more).stream())
        .toArray(String[]::new);
  }

  @Test
  void anArchiveIsLinkedByTheSystemsLinker() throws Exception {
    ExternalTool.required("gcc");
    kinds().link(Link.staticArchive(folder.resolve("libshapes.kinds.a")));
    ExternalTool.runSilently(
        folder,
        List.of("gcc", "-std=c11", KINDS.resolve("main.c").toString()),
        concat("libshapes.kinds.a"));
    assertThat(ExternalTool.run(folder, "./a.out").output())
        .isEqualTo(Files.readString(KINDS.resolve("expected.txt")));
  }

  @Test
  void aPanicInALibraryEndsTheProcessWithItsMessage() throws Exception {
    ExternalTool.required("gcc");
    kinds().link(Link.sharedLibrary(folder.resolve("libshapes.kinds.so")));
    ExternalTool.runSilently(
        folder,
        List.of("gcc", KINDS.resolve("main.c").toString(), "./libshapes.kinds.so", "-I."),
        "-Wl,-rpath,$ORIGIN");
    assertThat(ExternalTool.run(folder, "./a.out", "1"))
        .isEqualTo(
            new ExternalTool.Ending(
                101, "", "panic: division by zero at shapes/kinds.pink:39:67\n"));
  }

  @Test
  void javaCallsALibraryThroughItsForeignFunctions() throws Exception {
    assumeTrue(Runtime.version().feature() >= 22, "this Java has no foreign functions yet");
    kinds().link(Link.sharedLibrary(folder.resolve("libshapes.kinds.so")));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ExternalTool.Ending ending =
        ExternalTool.run(
            folder,
            java,
            "--enable-native-access=ALL-UNNAMED",
            JAVA.resolve("CallLibrary.java").toString(),
            folder.resolve("libshapes.kinds.so").toString());
    assertThat(ending).isEqualTo(new ExternalTool.Ending(0, "18\n", ""));
  }

  @Test
  void onlyExportsAreSeenAndAlone() throws Exception {
    Path library = shapesLibrary();
    ObjectSymbols symbols = ObjectSymbols.ofSharedElf(Files.readAllBytes(library));
    assertThat(symbols.defined())
        .containsExactly(
            "_PM6shapesEF4area", "_PM6shapesEF4make", "_PM6shapesEF7checked", "_PM6shapesEV4made");
  }

  @Test
  void aLibraryUsesAnotherThatWasBuiltBefore() throws Exception {
    Path rooms = roomsLibrary();
    String program =
        """
        import rooms;
        import shapes;
        import std.io;
        fn main() {
          io::print_integer(rooms::floor(4));
          io::print_integer(rooms::floor(5));
          io::print_integer(shapes::made);
          io::println("");
        }
        """;
    CompilationResult manifest = compile(Sources.text("rooms.pink", ROOMS), folder);
    Files.write(folder.resolve("rooms.pmi"), manifest.manifests().getFirst().toBytes());
    Sources sources =
        Sources.text("app.pink", program)
            .and(Sources.sharedLibraries(rooms, folder.resolve("libshapes.so")));
    compile(sources, folder).link(Link.executable(folder.resolve("app")));
    assertThat(ExternalTool.run(folder, "./app"))
        .isEqualTo(new ExternalTool.Ending(0, "17273\n", ""));
  }

  @Test
  void aPanicPassesThroughTwoLibraries() throws Exception {
    ExternalTool.required("gcc");
    roomsLibrary();
    Files.writeString(
        folder.resolve("main.c"),
        """
        #include "librooms.h"
        int main(void) { return (int)rooms_beyond(3); }
        """);
    ExternalTool.runSilently(
        folder, List.of("gcc", "main.c", "./librooms.so", "./libshapes.so", "-Wl,-rpath,$ORIGIN"));
    assertThat(ExternalTool.run(folder, "./a.out"))
        .isEqualTo(
            new ExternalTool.Ending(
                101, "", "panic: index 3 out of range for length 3 at shapes.pink:11:60\n"));
  }

  @Test
  void whatNoLibraryDefinesIsReportedBeforeTheLinkerRuns() throws Exception {
    shapesLibrary();
    CompilationResult rooms = compile(Sources.text("rooms.pink", ROOMS), folder);
    assertThatThrownBy(() -> rooms.link(Link.sharedLibrary(folder.resolve("librooms.so"))))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("the object of `shapes` is missing; it is needed by rooms");
    assertThat(rooms.counters().linked()).isZero();
  }

  @Test
  void librariesAndHeadersAreTheSameFromAnyNumberOfThreads() throws Exception {
    for (int threads = 1; threads <= 2; threads++) {
      Path own = Files.createDirectory(folder.resolve("by" + threads));
      CompilationResult result =
          Compilation.builder()
              .sources(Sources.text("shapes.pink", SHAPES))
              .resolver(ManifestResolver.threadPool(threads))
              .build()
              .run();
      result.link(Link.sharedLibrary(own.resolve("libshapes.so")));
      result.link(Link.staticArchive(own.resolve("libshapes.a")));
    }
    for (String file : List.of("libshapes.so", "libshapes.a", "libshapes.h")) {
      assertThat(folder.resolve("by1").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("by2").resolve(file));
    }
  }

  @Test
  void anUnchangedLibraryIsNotLinkedAgain() throws Exception {
    Compilation compilation =
        Compilation.builder()
            .sources(Sources.text("shapes.pink", SHAPES))
            .store(Store.inMemory(1 << 24))
            .build();
    Path library = folder.resolve("libshapes.so");
    compilation.run().link(Link.sharedLibrary(library));
    CompilationResult again = compilation.run();
    again.link(Link.sharedLibrary(library));
    assertThat(again.counters().linked()).isZero();
  }

  @Test
  void anUnchangedWholeProgramIsNotLinkedAgain() throws Exception {
    Compilation compilation =
        Compilation.builder()
            .sources(Sources.text("main.pink", "fn main() -> Integer { 7; }"))
            .optimization(Optimization.O2)
            .store(Store.inMemory(1 << 24))
            .build();
    Link link = Link.executable(folder.resolve("app")).wholeProgram();
    compilation.run().link(link);
    CompilationResult again = compilation.run();
    again.link(link);
    assertThat(again.counters().linked()).isZero();
    CompilationResult faster = compilation.toBuilder().optimization(Optimization.O3).build().run();
    faster.link(link);
    assertThat(faster.counters().linked()).isEqualTo(1);
  }

  @Test
  void twoLibrariesThatProgramsCouldNotTellApartAreRefused() throws Exception {
    Path shapes = shapesLibrary();
    Path other =
        compile(Sources.text("other.pink", "module other;\nexport fn f() -> Integer { 1; }"))
            .link(
                Link.sharedLibrary(
                    Files.createDirectory(folder.resolve("o")).resolve("libshapes.so")));
    CompilationResult rooms =
        compile(
            Sources.text("rooms.pink", ROOMS).and(Sources.sharedLibraries(shapes, other)), folder);
    assertThatThrownBy(() -> rooms.link(Link.sharedLibrary(folder.resolve("librooms.so"))))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("look for it as `libshapes.so`");
  }

  @Test
  void aSharedLibraryIsNotLoadedIntoThisProcess() throws Exception {
    Path shapes = shapesLibrary();
    CompilationResult rooms =
        compile(Sources.text("rooms.pink", ROOMS).and(Sources.sharedLibraries(shapes)), folder);
    assertThatThrownBy(rooms::load)
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("a panic in a shared library ends the process");
  }
}
