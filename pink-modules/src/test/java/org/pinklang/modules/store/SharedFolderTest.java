package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that use one folder at the same time, some of which are killed. {@code
 * -Dpink.long=true} kills five hundred.
 */
class SharedFolderTest {
  private static final int KILLED = Boolean.getBoolean("pink.long") ? 500 : 2;
  private static final int STEPS = 400;
  private static final int QUESTIONS = 40;
  private static final int LONGEST = 5_000;
  private static final long ROOM = 100_000;

  @TempDir Path folder;

  /** What a record says: which seed and length the content has that it names. */
  private static byte[] record(int question, int version) {
    return (question + " " + version).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] content(int question, int version) {
    return Entries.bytes((question * 7919 + version * 104_729) % LONGEST, question * 31L + version);
  }

  /** Puts contents and the records that name them, and reads both, checking each byte. */
  static final class User {
    private User() {}

    public static void main(String[] arguments) throws InterruptedException {
      CheckedStore store = new CheckedStore(new DirectoryStore(Path.of(arguments[0]), ROOM));
      Random random = new Random(Long.parseLong(arguments[1]));
      System.out.println("begun");
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        long seed = random.nextLong();
        threads.add(Thread.ofPlatform().start(() -> use(store, new Random(seed))));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      store.flush();
      CheckedStore.Counts counts = store.counts();
      System.out.println(
          "damaged " + counts.damaged() + ", hits " + (counts.hits() > 0) + ", " + store.trouble());
    }

    private static void use(CheckedStore store, Random random) {
      for (int step = 0; step < STEPS; step++) {
        int question = random.nextInt(QUESTIONS);
        if (random.nextInt(3) == 0) {
          int version = random.nextInt(3);
          byte[] content = content(question, version);
          store.put(Entries.contentKey(content), content);
          store.put(Entries.recordKey(question), record(question, version));
        } else {
          read(store, question);
        }
        if (random.nextInt(500) == 0) {
          store.flush();
        }
      }
    }
  }

  private static void read(CheckedStore store, int question) {
    store
        .get(Entries.recordKey(question))
        .ifPresent(
            record -> {
              String[] parts = new String(record, StandardCharsets.US_ASCII).split(" ", 2);
              byte[] content = content(question, Integer.parseInt(parts[1]));
              if (Integer.parseInt(parts[0]) != question
                  || store
                      .get(Entries.contentKey(content))
                      .filter(bytes -> bytes.length != content.length)
                      .isPresent()) {
                System.out.println("wrong bytes for " + question);
              }
            });
  }

  private Process start(long seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            User.class.getName(),
            folder.toString(),
            Long.toString(seed))
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void nobodySeesWrongOrTornEntriesWhoeverIsKilled() throws Exception {
    Process first = start(1);
    Random random = new Random(2);
    for (int i = 0; i < KILLED; i++) {
      Process killed = start(100 + i);
      assertThat(killed.getInputStream().read()).isEqualTo('b');
      killed.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
      killed.destroyForcibly().waitFor();
    }
    Process last = start(3);
    for (Process process : List.of(first, last)) {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said.lines()).containsExactly("begun", "damaged 0, hits true, Optional.empty");
      assertThat(process.waitFor()).isZero();
    }
    CheckedStore store = new CheckedStore(new DirectoryStore(folder, ROOM));
    for (int question = 0; question < QUESTIONS; question++) {
      read(store, question);
    }
    assertThat(store.counts().damaged()).isZero();
    assertThat(store.counts().hits()).isPositive();
    byte[] bytes = {1};
    store.put(Entries.recordKey(-1), bytes);
    store.flush();
    assertThat(store.get(Entries.recordKey(-1))).hasValue(bytes);
    assertThat(entriesSize()).isLessThan(2 * ROOM);
  }

  private long entriesSize() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
