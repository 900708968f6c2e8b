package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever processes do to a folder, and wherever they are killed, no wrong bytes come out. */
class DirectoryStoreProperties {
  private static final long ROOM = 2_000;
  private static final int LONGEST = 300;

  enum Doing {
    PUT_CONTENT,
    PUT_RECORD,
    GET,
    FLUSH,
    DIE,
    SPOIL
  }

  /** What one of two processes does. */
  record Step(Doing doing, int process, int number, int length) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Doing.class),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, LONGEST))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(60);
  }

  /** A process that uses the folder, until it is killed and another takes its place. */
  private static final class User {
    private final Path folder;
    private FailingDisk disk = new FailingDisk();
    private CheckedStore store;

    User(Path folder) {
      this.folder = folder;
      this.store = new CheckedStore(new DirectoryStore(folder, ROOM, disk));
    }

    void does(Runnable doing) {
      try {
        doing.run();
      } catch (FailingDisk.KilledError e) {
        disk = new FailingDisk();
        store = new CheckedStore(new DirectoryStore(folder, ROOM, disk));
      }
    }
  }

  @Property(tries = 40)
  void noWrongBytesComeOut(@ForAll("steps") List<Step> steps) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = files.getPath("/store");
      User[] users = {new User(folder), new User(folder)};
      Set<List<Integer>> put = new HashSet<>();
      for (Step step : steps) {
        User user = users[step.process()];
        byte[] content = Entries.bytes(step.length(), step.number());
        byte[] record = Entries.bytes(step.length(), -1 - step.number());
        switch (step.doing()) {
          case PUT_CONTENT -> user.does(() -> user.store.put(Entries.contentKey(content), content));
          case PUT_RECORD -> {
            put.add(List.of(step.number(), step.length()));
            user.does(() -> user.store.put(Entries.recordKey(step.number()), record));
          }
          case GET -> {
            Optional<byte[]> found = user.store.get(Entries.contentKey(content));
            found.ifPresent(bytes -> assertThat(bytes).isEqualTo(content));
            Optional<byte[]> answer = user.store.get(Entries.recordKey(step.number()));
            answer.ifPresent(
                bytes -> {
                  assertThat(put).contains(List.of(step.number(), bytes.length));
                  assertThat(bytes).isEqualTo(Entries.bytes(bytes.length, -1 - step.number()));
                });
          }
          case FLUSH -> user.does(user.store::flush);
          case DIE -> user.disk.dieAfter(step.number());
          case SPOIL -> spoil(folder, Entries.recordKey(step.number()), step.length());
        }
      }
    }
  }

  private static void spoil(Path folder, StoreKey key, int length) throws IOException {
    Path file = new StoreFolder(folder, new Disk()).entry(key);
    if (Files.exists(file)) {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    }
  }
}
