package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.codegen.process.ChildSettings;
import org.pinklang.codegen.process.IsolatedGenerator;
import org.pinklang.frontend.source.ContentHash;

/**
 * Engines whose code is generated in child processes. {@code -Dpink.long=true} compares all
 * programs instead of one in eight.
 */
class IsolationTest {
  private static final Path PROGRAMS = Path.of("../testdata/run");
  private static final int STRIDE = Boolean.getBoolean("pink.long") ? 1 : 8;

  @TempDir private Path folder;

  private Engine failing() {
    ChildSettings settings =
        new ChildSettings(Duration.ofMinutes(2), 256 << 20, List.of(), Optional.of(folder));
    return Engine.open(new IsolatedGenerator(settings, FailingChild.class));
  }

  private static Compilation.Builder text(String name, String text) {
    return Compilation.builder().sources(Sources.text(name, text));
  }

  private static Compilation.Builder program(String name) {
    return text(name, "fn main() -> Integer { 42; }\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"O0", "O2"})
  void programsBecomeTheSameBytesAsInThisProcess(Optimization level) throws IOException {
    try (Engine here = Engine.open();
        Engine children = Engine.open(Isolation.PROCESS)) {
      List<ProgramCase> programs = ProgramCase.all(PROGRAMS);
      for (int i = 0; i < programs.size(); i += STRIDE) {
        ProgramCase program = programs.get(i);
        assertThat(objects(program, level, children))
            .as(program.name())
            .isEqualTo(objects(program, level, here));
      }
    }
  }

  private static List<ContentHash> objects(ProgramCase program, Optimization level, Engine engine) {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.files(program.main()))
            .optimization(level)
            .engine(engine)
            .build()
            .run()
            .orThrow();
    List<ContentHash> hashes = new ArrayList<>();
    result.objects().forEach(object -> hashes.add(ContentHash.of(object.bytes())));
    return hashes;
  }

  @ParameterizedTest
  @EnumSource(names = {"ASSEMBLY", "LLVM_IR", "BITCODE"})
  void whatElseAUnitBecomesIsTheSameToo(Output output) {
    try (Engine here = Engine.open();
        Engine children = Engine.open(Isolation.PROCESS)) {
      List<byte[]> outputs = new ArrayList<>();
      for (Engine engine : List.of(here, children)) {
        Compilation compilation =
            program("main.pink")
                .output(output)
                .optimization(Optimization.O3)
                .engine(engine)
                .build();
        outputs.add(compilation.run().orThrow().outputs().getFirst().bytes());
      }
      assertThat(outputs.get(1)).isNotEmpty().isEqualTo(outputs.get(0));
    }
  }

  @Test
  void aFailedChildIsOneExceptionAndTheNextCompilationGoesWell() throws IOException {
    try (Engine engine = failing()) {
      for (int i = 0; i < 3; i++) {
        PinkBackendException failure =
            catchThrowableOfType(
                PinkBackendException.class,
                () -> program(FailingChild.ENDS).engine(engine).build().run());
        assertThat(failure).hasMessageContaining("`ends.pink` ended by itself (exit status 77)");
        Path file = failure.reproducer().orElseThrow();
        assertThat(Files.size(file)).isBetween(100L, 100_000L);
        assertThatThrownBy(() -> engine.reproduce(file))
            .isInstanceOf(PinkBackendException.class)
            .hasMessageContaining("exit status 77");
        try (Engine sound = Engine.open(Isolation.PROCESS)) {
          assertThat(sound.reproduce(file)).startsWith(0x7F, 'E', 'L', 'F');
        }
        CompilationResult next = program("main.pink").engine(engine).build().run();
        try (LoadedProgram loaded = next.load()) {
          assertThat(loaded.run()).isEqualTo(42);
        }
      }
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void cancellingARunEndsTheChildItWaitsFor() {
    Cancellation cancellation = Cancellation.create();
    try (Engine engine = failing()) {
      program("main.pink").engine(engine).build().run();
      var run = program(FailingChild.HANGS).engine(engine).build().runAsync(cancellation);
      cancellation.cancel();
      assertThatThrownBy(run::join).isInstanceOf(CancellationException.class);
      assertThat(program("main.pink").engine(engine).build().run().succeeded()).isTrue();
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void checkingStartsNoProcess() {
    try (Engine engine = Engine.open(Isolation.PROCESS)) {
      program("main.pink").output(Output.DIAGNOSTICS).engine(engine).build().run().orThrow();
      assertThat(ProcessHandle.current().children()).isEmpty();
    }
  }

  @Test
  void settingsOfAnEngineAreCheckedByName() {
    EngineBuilder builder = Engine.builder().isolation(Isolation.PROCESS);
    assertThatThrownBy(() -> builder.isolation(Isolation.IN_PROCESS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("`isolation`");
    assertThatThrownBy(() -> builder.childPatience(Duration.ZERO))
        .hasMessageContaining("`childPatience`");
    assertThatThrownBy(() -> builder.childHeap(1)).hasMessageContaining("`childHeap`");
    assertThatThrownBy(() -> builder.childClassPath(folder.resolve("gone.jar")))
        .hasMessageContaining("gone.jar");
    assertThatThrownBy(() -> builder.crashFolder(folder.resolve("gone")))
        .hasMessageContaining("`crashFolder`");
  }

  @Test
  void anEngineWithoutChildrenReproducesNothing() throws IOException {
    try (Engine engine = failing();
        Engine here = Engine.open()) {
      PinkBackendException failure =
          catchThrowableOfType(
              PinkBackendException.class,
              () -> program(FailingChild.ENDS).engine(engine).build().run());
      Path file = failure.reproducer().orElseThrow();
      assertThatThrownBy(() -> here.reproduce(file)).isInstanceOf(IllegalStateException.class);
      Files.writeString(file, "not what was written");
      assertThatThrownBy(() -> engine.reproduce(file)).isInstanceOf(IOException.class);
    }
  }
}
