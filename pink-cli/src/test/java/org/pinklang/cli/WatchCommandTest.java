package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that builds whenever files change. */
class WatchCommandTest {
  private static final Duration LONG = Duration.ofSeconds(90);

  private static final String MAIN =
      """
      import m;
      fn main() -> Integer { m::f(); }
      """;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(folder.resolve("src"));
    write("src/main.pink", MAIN);
    write("src/m.pink", library(1));
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly();
      process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static String library(int value) {
    return "module m;\nexport fn f() -> Integer { " + value + "; }\n";
  }

  private void write(String name, String text) throws IOException {
    // Renamed, so that nobody reads half of it.
    Path written = Files.writeString(folder.resolve(name + ".new"), text);
    Files.move(written, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private Process pink(String... arguments) throws IOException {
    List<String> command = CommandProcess.words(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private String told() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  private void awaitTold(int builds, String end) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                told().lines().filter(line -> line.startsWith("pink: ")).count() >= builds
                    && told().endsWith(end + "\n"));
  }

  private int statusOfProgram() throws IOException, InterruptedException {
    return new ProcessBuilder(folder.resolve("made").toString()).start().waitFor();
  }

  private static int statusOf(Process process) throws InterruptedException {
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void eachKindOfChangeIsBuilt() throws Exception {
    Process pink = pink("build", "src", "-o", "made", "--watch", "--no-store");
    awaitTold(1, "pink: 2 checked, 2 compiled, 0 reused");
    assertThat(statusOfProgram()).isEqualTo(1);

    write("src/m.pink", library(2));
    awaitTold(2, "pink: 1 checked, 1 compiled, 1 reused");
    assertThat(statusOfProgram()).isEqualTo(2);

    write("src/.m.pink.swp", "an editor's own");
    write("src/new", library(3));
    Files.move(
        folder.resolve("src/new"),
        folder.resolve("src/m.pink"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    awaitTold(3, "pink: 1 checked, 1 compiled, 1 reused");
    assertThat(statusOfProgram()).isEqualTo(3);

    Files.createDirectory(folder.resolve("src/more"));
    write("src/more/n.pink", "module more.n;\nexport fn g() -> Integer { 1; }\n");
    awaitTold(4, "pink: 1 checked, 1 compiled, 2 reused");

    Files.delete(folder.resolve("src/m.pink"));
    awaitTold(5, "error");
    assertThat(told()).contains("main.pink:1:8");

    write("src/m.pink", library(5));
    awaitTold(6, "pink: 1 checked, 1 compiled, 2 reused");
    assertThat(statusOfProgram()).isEqualTo(5);

    pink.getOutputStream().close();
    assertThat(statusOf(pink)).isZero();
  }

  @Test
  void theStatusIsThatOfTheLastBuild() throws Exception {
    Process pink = pink("check", "src", "--watch", "--no-store");
    awaitTold(1, "pink: 2 checked, 0 compiled, 0 reused");
    write("src/m.pink", library(2).replace("2;", "true;"));
    awaitTold(2, "pink: 1 error");
    pink.getOutputStream().close();
    assertThat(statusOf(pink)).isEqualTo(1);
  }

  @Test
  void anInterruptEndsItWithTheStatusOfTheLastBuild() throws Exception {
    Process pink = pink("check", "src", "--watch", "--no-store");
    awaitTold(1, "pink: 2 checked, 0 compiled, 0 reused");
    new ProcessBuilder("kill", "-INT", String.valueOf(pink.pid())).start().waitFor();
    assertThat(statusOf(pink)).isZero();
  }

  @Test
  void anEndedInputEndsItAfterTheFirstBuild() {
    CommandRun run = CommandRun.in(folder, "check", folder.resolve("src").toString(), "--watch");
    assertThat(run).isEqualTo(new CommandRun(0, "", "pink: 2 checked, 0 compiled, 0 reused\n"));
  }

  @Test
  void aSourceFromStandardInputCannotBeWatched() {
    CommandRun run = CommandRun.withInput(folder, "fn main() {}", "check", "-", "--watch");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--watch ends with standard input");
  }
}
