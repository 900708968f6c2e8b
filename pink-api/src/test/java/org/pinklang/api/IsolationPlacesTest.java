package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child finds its classes wherever its parent has them from. */
class IsolationPlacesTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  /** The class path of the tests, without what only tests need. */
  private static List<String> places() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(place -> !place.contains("test-classes"))
        .toList();
  }

  private String run(List<String> options) throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("Compiles.java"),
            """
            import org.pinklang.api.*;
            public class Compiles {
              public static void main(String[] arguments) {
                try (Engine engine = Engine.open(Isolation.PROCESS)) {
                  var result = Compilation.builder()
                      .sources(Sources.text("main.pink", "fn main() -> Integer { 1; }"))
                      .engine(engine).build().run();
                  System.out.println("objects: " + result.objects().size());
                }
              }
            }
            """);
    List<String> words = new ArrayList<>(List.of(JAVA));
    words.addAll(options);
    words.add(source.toString());
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void onAClassPath() throws Exception {
    String path = String.join(File.pathSeparator, places());
    assertThat(run(List.of("-cp", path))).contains("objects: 1");
  }

  @Test
  void onAModulePath() throws Exception {
    String path =
        String.join(
            File.pathSeparator,
            places().stream()
                .filter(
                    place ->
                        Stream.of(
                                "pink-",
                                "javacpp",
                                "llvm",
                                "slf4j-api",
                                "guava",
                                "failureaccess",
                                "caffeine",
                                "jspecify",
                                "asm")
                            .anyMatch(place::contains))
                .filter(place -> !place.contains("listenablefuture"))
                .toList());
    assertThat(run(List.of("-p", path, "--add-modules", "org.pinklang.api")))
        .contains("objects: 1");
  }
}
