package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of a store and of the processes that use it, a build gives what one without a
 * store gives. {@code -Dpink.long=true} kills five hundred processes.
 */
class SharedStoreTest {
  private static final int KILLED = Boolean.getBoolean("pink.long") ? 500 : 2;
  private static final int SPOILT = Boolean.getBoolean("pink.long") ? 500 : 3;
  private static final int MODULES = 6;

  @TempDir Path folder;
  @TempDir Path cache;
  @TempDir Path mounted;

  private String store;

  @BeforeEach
  void writeProgram() throws IOException {
    store = folder.resolve("store").toString();
    Files.createDirectory(folder.resolve("src"));
    write(0);
  }

  /** Each module calls the one before; a version changes the constants of two of them. */
  private void write(int version) throws IOException {
    for (int i = 0; i < MODULES; i++) {
      int number = i == version % MODULES || i == 0 ? version : i;
      String before = i == 0 ? "" : "import m" + (i - 1) + ";\n";
      String call = i == 0 ? "x" : "m" + (i - 1) + "::f(x)";
      String text =
          "module m%d;\n%sexport fn f(x: Integer) -> Integer { %s * 3 + %d; }\n"
              .formatted(i, before, call, number);
      Files.writeString(folder.resolve("src/m" + i + ".pink"), text);
    }
    String main = "import m%1$d;\nfn main() -> Integer { m%1$d::f(2) %% 100; }\n";
    Files.writeString(folder.resolve("src/main.pink"), main.formatted(MODULES - 1));
  }

  private Process start(String made) throws IOException {
    List<String> words = CommandProcess.words("build", "src", "--store", store, "-o", made);
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(made + ".log").toFile())
        .start();
  }

  private CommandRun command(String name, String... options) {
    String[] words = Arrays.copyOf(new String[] {name, path("src")}, 2 + options.length);
    System.arraycopy(options, 0, words, 2, options.length);
    return CommandRun.withCache(folder, cache, words);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private byte[] clean() throws IOException {
    assertThat(command("build", "--no-store", "-o", path("clean")).status()).isZero();
    return Files.readAllBytes(folder.resolve("clean"));
  }

  /** Builds with the store, expects what a build without gives, and compares all else, too. */
  private CommandRun buildAndVerify(byte[] clean) {
    CommandRun run = command("build", "--store", store, "-o", path("made"), "--counters");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(folder.resolve("made")).hasBinaryContent(clean);
    CommandRun verified = command("verify", "--store", store);
    assertThat(verified.status()).as(verified.err()).isZero();
    return run;
  }

  @Test
  void aKilledBuildLeavesAStoreAndAnOutputThatAreSound() throws Exception {
    long begun = System.nanoTime();
    assertThat(start("made").waitFor()).isZero();
    int usual = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    Random random = new Random(4);
    byte[] before = clean();
    for (int i = 1; i <= KILLED; i++) {
      write(i);
      byte[] clean = clean();
      Process killed = start("made");
      killed.waitFor(random.nextInt(usual), TimeUnit.MILLISECONDS);
      killed.destroyForcibly().waitFor();
      assertThat(Files.readAllBytes(folder.resolve("made"))).isIn(before, clean);
      buildAndVerify(clean);
      before = clean;
    }
  }

  @Test
  void processesThatShareAStoreDoNotDisturbEachOther() throws Exception {
    byte[] clean = clean();
    Process one = start("one");
    Process two = start("two");
    assertThat(one.waitFor()).isZero();
    assertThat(two.waitFor()).isZero();
    for (String made : List.of("one", "two")) {
      assertThat(folder.resolve(made)).hasBinaryContent(clean);
      assertThat(folder.resolve(made + ".log")).isEmptyFile();
    }
    assertThat(buildAndVerify(clean).err()).contains("checked: 0\n", "compiled: 0\n");
  }

  @Test
  void whatIsSpoiltInAStoreIsMadeAgain() throws Exception {
    byte[] clean = clean();
    buildAndVerify(clean);
    Random random = new Random(5);
    for (int i = 0; i < SPOILT; i++) {
      for (Path entry : entries()) {
        if (random.nextInt(4) == 0) {
          spoil(entry, random);
        }
      }
      buildAndVerify(clean);
      assertThat(buildAndVerify(clean).err()).contains("checked: 0\n", "linked: 0\n");
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(store))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().getFileName().toString().length() == 2)
          .sorted()
          .toList();
    }
  }

  private static void spoil(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (random.nextInt(3)) {
      case 0 -> Files.delete(file);
      case 1 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      default -> {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
      }
    }
  }

  private static boolean done(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aDiskThatIsFullOrReadOnlyKeepsNobodyFromBuilding() throws Exception {
    boolean possible = done("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", mounted.toString());
    assumeThat(possible).as("a file system can be mounted").isTrue();
    try {
      store = mounted.resolve("store").toString();
      byte[] clean = clean();
      assertThat(buildAndVerify(clean).err())
          .contains("pink: note: the store `" + store + "` cannot be written");
      assertThat(done("mount", "-o", "remount,ro", mounted.toString())).isTrue();
      write(1);
      assertThat(buildAndVerify(clean()).err())
          .contains("pink: note: the store `" + store + "` cannot be written");
    } finally {
      done("umount", mounted.toString());
    }
  }
}
