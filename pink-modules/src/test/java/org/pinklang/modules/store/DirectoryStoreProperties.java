package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
      this.store = new CheckedStore(new DirectoryStore(folder, ROOM, disk, InstantSource.system()));
    }

    void does(Runnable doing) {
      try {
        doing.run();
      } catch (FailingDisk.KilledError e) {
        disk = new FailingDisk();
        store = new CheckedStore(new DirectoryStore(folder, ROOM, disk, InstantSource.system()));
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
          case SPOIL -> spoil(folder, step.number() * 61 + step.length());
        }
      }
    }
  }

  /** Damages a byte of a file of the store, or cuts off all that follows it. */
  private static void spoil(Path folder, int where) throws IOException {
    List<Path> files = new ArrayList<>(PackFiles.packs(folder));
    files.addAll(PackFiles.indexes(folder));
    if (!files.isEmpty()) {
      Path file = files.get(where % files.size());
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0) {
        int at = where * 31 % bytes.length;
        bytes[at] ^= (byte) (1 + where % 255);
        Files.write(file, where % 2 == 0 ? bytes : Arrays.copyOf(bytes, at));
      }
    }
  }

  /**
   * How a folder with entries is left: the pack cut off or damaged somewhere, with its index or
   * not.
   */
  record Accident(int entries, double where, boolean cutOff, boolean hasIndex) {}

  @Provide
  Arbitrary<Accident> accidents() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            Arbitraries.doubles().between(0, 0.99),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Accident::new);
  }

  @Property(tries = 150)
  void onlyTheEntriesAreLostThatAreHit(@ForAll("accidents") Accident accident) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = files.getPath("/store");
      DirectoryStore store = new DirectoryStore(folder, 1 << 20);
      long[] ends = new long[accident.entries() + 1];
      for (int i = 0; i < accident.entries(); i++) {
        store.put(Entries.recordKey(i), Entries.bytes(i * 17, i));
        ends[i + 1] = Files.size(PackFiles.packs(folder).getFirst());
      }
      if (accident.hasIndex()) {
        store.flush();
      }
      Path pack = PackFiles.packs(folder).getFirst();
      byte[] bytes = Files.readAllBytes(pack);
      int at = (int) (accident.where() * bytes.length);
      bytes[at] ^= 0x40;
      Files.write(pack, accident.cutOff() ? Arrays.copyOf(bytes, at) : bytes);
      DirectoryStore next = new DirectoryStore(folder, 1 << 20);
      for (int i = 0; i < accident.entries(); i++) {
        boolean isHit = at < ends[i + 1] && (accident.cutOff() || at >= ends[i]);
        // With an index nobody reads the head of an entry.
        boolean mayBeFound = accident.hasIndex() && !accident.cutOff();
        Optional<byte[]> found = next.get(Entries.recordKey(i));
        if (!isHit || found.isPresent()) {
          assertThat(found).hasValue(Entries.bytes(i * 17, i));
          assertThat(isHit && !mayBeFound).isFalse();
        } else {
          next.put(Entries.recordKey(i), Entries.bytes(9, i));
          assertThat(next.get(Entries.recordKey(i))).hasValue(Entries.bytes(9, i));
        }
      }
      assertThat(next.trouble()).isEmpty();
    }
  }

  @Property(tries = 60)
  void oneProcessFindsWhatItPutLast(@ForAll("steps") List<Step> steps) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = files.getPath("/store");
      DirectoryStore store = new DirectoryStore(folder, 1 << 20);
      Map<StoreKey, byte[]> model = new HashMap<>();
      for (Step step : steps) {
        StoreKey key = Entries.recordKey(step.number());
        byte[] bytes = Entries.bytes(step.length(), step.length());
        switch (step.doing()) {
          case PUT_CONTENT -> {
            store.put(Entries.contentKey(bytes), bytes);
            model.put(Entries.contentKey(bytes), bytes);
          }
          case PUT_RECORD -> {
            store.put(key, bytes);
            model.put(key, bytes);
          }
          case FLUSH -> store.flush();
          case DIE -> store = new DirectoryStore(folder, 1 << 20); // all was written
          case GET, SPOIL -> {
            for (Map.Entry<StoreKey, byte[]> entry : model.entrySet()) {
              assertThat(store.get(entry.getKey())).hasValue(entry.getValue());
            }
          }
        }
      }
    }
  }
}
