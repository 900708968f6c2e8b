package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.store.StoreKey;

/** The standard modules that come compiled. */
class PrebuiltModulesTest {
  private static final String PROGRAM =
      """
      import std.io;
      import std.sort;
      import std.math;
      fn main() -> Nil { io::println("here"); }
      """;

  @Test
  void nothingOfThemIsMadeByARunWithoutStore() {
    assertThat(unitsMade(Compilation.builder())).containsExactly("program.pink");
  }

  @Test
  void nothingOfThemIsMadeByARunWithAnEmptyStore(@TempDir Path folder) {
    assertThat(unitsMade(Compilation.builder().store(Store.directory(folder, 1L << 30))))
        .containsExactly("program.pink");
  }

  @ParameterizedTest
  @MethodSource("levels")
  void nothingOfThemIsMadeAtAnyLevel(Optimization level) {
    assertThat(unitsMade(Compilation.builder().optimization(level)))
        .containsExactly("program.pink");
  }

  static List<Optimization> levels() {
    return List.of(Optimization.values());
  }

  @Test
  void theyAreMadeWithWhatIsNotPrebuilt() {
    assertThat(unitsMade(Compilation.builder().debugInformation(true)))
        .contains("program.pink", "std/io.pink", "std/sort.pink", "std/math.pink");
  }

  @Test
  void beforeAStoreThatVerifiesNothingIsVerifiedTwice() {
    PrebuiltModules prebuilt = new PrebuiltModules(Target.host(), Optimization.O0);
    assertThat(prebuilt.over(UserStore.of(Store.inMemory(1 << 20))).verifies()).isTrue();
    assertThat(prebuilt.over(UserStore.of(Store.none())).verifies()).isFalse();
  }

  private static Set<String> unitsMade(Compilation.Builder builder) {
    Set<String> made = ConcurrentHashMap.newKeySet();
    builder
        .sources(Sources.text("program.pink", PROGRAM))
        .listener(
            new CompilationListener() {
              @Override
              public void progress(CompilationEvent event) {
                if (event.phase() == CompilationEvent.Phase.COMPILED) {
                  made.add(event.unit());
                }
              }
            })
        .build()
        .run()
        .orThrow();
    return made;
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> prebuilt() {
    return Target.all().stream()
        .flatMap(
            target ->
                Stream.of(Optimization.O0, Optimization.O2)
                    .map(level -> org.junit.jupiter.params.provider.Arguments.of(target, level)));
  }

  @ParameterizedTest
  @MethodSource("prebuilt")
  void theyAreWhatCompilingThemGives(Target target, Optimization level) {
    PrebuiltModules shipped = new PrebuiltModules(target, level);
    try (Engine engine = Engine.open()) {
      assertThat(hashes(shipped.entries()))
          .isNotEmpty()
          .isEqualTo(hashes(PrebuiltModulesWriter.compile(engine, target, level)));
    }
  }

  private static Map<String, ContentHash> hashes(Map<StoreKey, byte[]> entries) {
    return entries.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().path(), e -> ContentHash.of(e.getValue())));
  }
}
