package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a process loads, reads and says that finds nothing to do: each class costs time to start.
 */
class NothingToDoTest {
  /** The command's own classes; a hundredth of them all. */
  private static final int MOST_CLASSES = 75;

  private static final List<String> NOT_NEEDED =
      List.of(
          "picocli.",
          "org.bytedeco.",
          "org.slf4j.",
          "com.google.",
          "com.github.",
          "java.util.concurrent.ThreadPoolExecutor ",
          "org.pinklang.modules.build.",
          "org.pinklang.frontend.diagnostic.FrontEndCodes ",
          "org.pinklang.frontend.check.",
          "org.pinklang.codegen.");

  @TempDir private Path folder;
  @TempDir private Path cache;

  @BeforeEach
  void aProgramWithAWarning() throws IOException {
    Files.writeString(
        folder.resolve("a.pink"),
        "import std.io;\nfn unused() {}\nfn main() -> Integer { io::println(\"a\"); 0; }\n");
  }

  private String pink(String... arguments) throws IOException, InterruptedException {
    List<String> command = CommandProcess.words(arguments);
    command.add(1, "-Xlog:class+load=info:file=" + cache.resolve("loaded") + "::filecount=0");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private List<String> loaded() throws IOException {
    return Files.readAllLines(cache.resolve("loaded")).stream()
        .filter(line -> !line.contains("Lambda"))
        .map(line -> line.substring(line.indexOf(']', line.indexOf("load")) + 1).strip())
        .toList();
  }

  @Test
  void aBuildLoadsFewClasses() throws Exception {
    Files.writeString(
        folder.resolve("b.pink"), "import std.io;\nfn main() { io::println(\"b\"); }\n");
    assertThat(pink("build", "b.pink", "-o", "b")).isEmpty();
    assertThat(pink("build", "b.pink", "-o", "b")).isEmpty();
    assertThat(loaded())
        .noneMatch(line -> NOT_NEEDED.stream().anyMatch(line::startsWith))
        .filteredOn(line -> line.startsWith("org.pinklang."))
        .hasSizeLessThan(MOST_CLASSES);
  }

  @Test
  void whatTheFirstBuildMakesBesideItsSourcesIsNoNews() throws Exception {
    Files.writeString(folder.resolve("m.pink"), "module m;\nexport fn f() -> Nil {}\n");
    Files.writeString(folder.resolve("b.pink"), "import m;\nfn main() { m::f(); }\n");
    String[] words = {"build", "b.pink", "--store", "of/here", "-o", "b"};
    pink(words);
    pink(words);
    assertThat(loaded()).noneMatch(line -> line.startsWith("picocli."));
    Files.createDirectory(folder.resolve("m"));
    pink(words);
    assertThat(loaded()).anyMatch(line -> line.startsWith("picocli."));
  }

  @Test
  void aBuildWarnsAgain() throws Exception {
    String warned = pink("build", "a.pink");
    assertThat(warned).contains("unused");
    Files.delete(folder.resolve("a"));
    assertThat(pink("build", "a.pink")).isEqualTo(warned);
    assertThat(folder.resolve("a")).isExecutable();
    assertThat(pink("build", "a.pink")).isEqualTo(warned);
    assertThat(loaded()).noneMatch(line -> line.startsWith("picocli."));
  }

  @Test
  void aCheckWarnsAgain() throws Exception {
    String first = pink("check", "a.pink", "--diagnostics", "json");
    assertThat(first).contains("unused");
    assertThat(pink("check", "a.pink", "--diagnostics", "json")).isEqualTo(first);
    assertThat(loaded()).noneMatch(line -> line.startsWith("picocli."));
  }

  @Test
  void aNameThatBecomesAFolderMeansSomethingElse() throws Exception {
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(folder.resolve("src/m.pink"), "module m;\nexport fn f() -> Nil {}\n");
    pink("check", "m", "--source-path", "src");
    pink("check", "m", "--source-path", "src");
    assertThat(loaded()).noneMatch(line -> line.startsWith("picocli."));
    Files.createDirectory(folder.resolve("m"));
    Files.writeString(folder.resolve("m/b.pink"), "fn unused() {}\nfn main() {}\n");
    assertThat(pink("check", "m", "--source-path", "src")).contains("unused");
  }

  @Test
  void whatOnlyARunCanTellIsRun() throws Exception {
    pink("build", "a.pink");
    for (String option : List.of("--why", "--counters", "-v", "--trace=trace")) {
      pink("build", "a.pink", option);
      pink("build", "a.pink", option);
      assertThat(loaded()).anyMatch(line -> line.startsWith("org.pinklang.modules.build.Build "));
    }
    assertThat(folder.resolve("trace")).exists();
    pink("check", "a.pink", "-v");
    pink("check", "a.pink", "-v");
    assertThat(loaded()).anyMatch(line -> line.startsWith("org.pinklang.modules.build.Build "));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aNameThatTheLocaleCannotSpellIsNoFaultOfTheRun() throws Exception {
    String file = "src/$(printf '\\303\\251').pink";
    String make = "mkdir src && echo 'fn unused() {} fn main() {}' > \"" + file + "\"";
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", make).directory(folder.toFile());
    assertThat(shell.start().waitFor()).isZero();
    for (int i = 0; i < 2; i++) {
      ProcessBuilder builder =
          new ProcessBuilder(CommandProcess.words("check", "src"))
              .directory(folder.toFile())
              .redirectErrorStream(true);
      builder.environment().put("XDG_CACHE_HOME", cache.toString());
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      process.getOutputStream().close();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(told).contains("unused");
      assertThat(process.waitFor()).as(told).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "/dev/stdin"})
  @EnabledOnOs(OS.LINUX)
  void aSourceFromStandardInputIsRead(String source) throws Exception {
    List<String> words = CommandProcess.words("check", source);
    for (String body : List.of("fn unused() {}\nfn main() {}\n", "fn main() {}\n")) {
      ProcessBuilder builder =
          new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().put("XDG_CACHE_HOME", cache.toString());
      Process process = builder.start();
      process.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(told.contains("unused")).isEqualTo(body.contains("unused"));
    }
  }
}
