package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer writes first works as written. */
class FirstProgramTest {
  @TempDir Path folder;

  /** The functions of {@code math.vector} as Java sees them. */
  public interface Vectors {
    /** The product of two numbers, and more. */
    long dot(long x, long y);

    /** Half of a number. */
    double half(double x);

    /** Whether a byte, which is unsigned, is large. */
    boolean isLarge(byte b);

    /** Fails. */
    void fail();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private CompilationResult compile() throws IOException {
    write("app/main.pink", "import math.vector;\nfn main() -> Integer { vector::dot(3, 4); }\n");
    write(
        "lib/math/vector.pink",
        """
        module math.vector;
        export fn dot(x: Integer, y: Integer) -> Integer { x * x + y * y; }
        export fn half(x: Float) -> Float { x / 2.0; }
        export fn isLarge(b: Byte) -> Boolean { b >= 128; }
        export fn fail() -> Nil { panic("no"); }
        export fn length(text: *[]Byte) -> Integer { text.length; }
        """);
    return Compilation.builder()
        .sources(Sources.files(folder.resolve("app/main.pink")))
        .sourcePath(folder.resolve("lib"))
        .resolver(ManifestResolver.threadPool(4))
        .optimization(Optimization.O2)
        .build()
        .run();
  }

  @Test
  void aProgramIsLinkedAndLoaded() throws Exception {
    CompilationResult result = compile();
    assertThat(result.diagnostics()).isEmpty();
    Path app = result.link(Link.executable(folder.resolve("app.out")));
    assertThat(new ProcessBuilder(app.toString()).start().waitFor()).isEqualTo(25);
    try (LoadedProgram program = result.load()) {
      long dot = program.function("math.vector::dot").invokeLong(3, 4);
      Vectors v = program.bind("math.vector", Vectors.class);
      assertThat(dot).isEqualTo(25);
      assertThat(v.dot(5, 12)).isEqualTo(169);
      assertThat(v.half(3)).isEqualTo(1.5);
      assertThat(v.isLarge((byte) 200)).isTrue();
      assertThat(program.run("app")).isEqualTo(25);
    }
    assertThat(result.counters().linked()).isEqualTo(1);
  }

  @Test
  void aPanicIsAnExceptionWithItsPosition() throws IOException {
    try (LoadedProgram program = compile().load()) {
      Vectors v = program.bind("math.vector", Vectors.class);
      assertThatThrownBy(v::fail)
          .isInstanceOfSatisfying(
              PinkPanicException.class,
              panic -> {
                assertThat(panic.reason()).isEqualTo("no");
                assertThat(panic.file()).isEqualTo("math/vector.pink");
                assertThat(panic.line()).isEqualTo(5);
                assertThat(panic.column()).isEqualTo(27);
              });
      assertThat(v.dot(1, 1)).isEqualTo(2);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedByName() throws IOException {
    try (LoadedProgram program = compile().load()) {
      assertThatThrownBy(() -> program.function("math.vector::dto"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("math.vector::dot");
      assertThatThrownBy(() -> program.function("math.vector::length").invokeLong(7))
          .hasMessageContaining("*[]Byte");
      PinkFunction dot = program.function("math.vector::dot");
      assertThatThrownBy(() -> dot.invokeLong(1)).hasMessageContaining("takes 2 arguments, not 1");
      assertThatThrownBy(() -> dot.invokeLong(1, 2.5)).hasMessageContaining("2.5 (Double)");
      assertThatThrownBy(() -> dot.invokeDouble(1, 2)).hasMessageContaining("`Integer`");
      assertThatThrownBy(() -> program.bind("math.vector", Runnable.class))
          .hasMessageContaining("math.vector::run");
    }
  }

  @Test
  void aClosedProgramSaysSo() throws IOException {
    LoadedProgram program = compile().load();
    PinkFunction dot = program.function("math.vector::dot");
    program.close();
    program.close();
    assertThatThrownBy(() -> dot.invokeLong(1, 2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void objectsAreNamedAndHaveSymbols() throws IOException {
    CompilationResult result = compile();
    assertThat(result.objects().stream().map(ObjectFile::fileName))
        .containsExactly("main.o", "math.vector.o");
    ObjectFile vector = result.object("math.vector").orElseThrow();
    assertThat(vector.definedSymbols()).contains("_PM4math6vectorEF3dot");
    assertThat(result.manifests().stream().map(Manifest::name)).contains("math.vector");
    assertThat(result.program()).contains("main");
    assertThat(List.of(result.counters().compiled(), result.counters().checked()))
        .containsExactly(2L, 2L);
  }
}
