package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes from a folder with little room, and when. */
class EvictionTest {
  private static final int SIZE = 100;
  private static final int ROOM = 10 * SIZE;

  @TempDir Path folder;

  private DirectoryStore store() {
    return new DirectoryStore(folder, ROOM);
  }

  private static StoreKey content(int number) {
    return Entries.contentKey(Entries.bytes(SIZE, number));
  }

  private static void put(Store store, int number) {
    store.put(content(number), Entries.bytes(SIZE, number));
  }

  private Path file(StoreKey key) {
    return new StoreFolder(folder, new Disk()).entry(key);
  }

  private void lastUsed(StoreKey key, Duration ago) throws IOException {
    Files.setLastModifiedTime(file(key), FileTime.from(Instant.now().minus(ago)));
  }

  /** What the entries, which are contents all, have together. */
  private long held() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cas"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Ten entries that leave no room, the last one used last. */
  private void fill() throws IOException {
    DirectoryStore store = store();
    for (int i = 0; i < 10; i++) {
      put(store, i);
    }
    store.flush();
    for (int i = 0; i < 10; i++) {
      lastUsed(content(i), Duration.ofDays(20 - i));
    }
    assertThat(held()).isEqualTo(ROOM);
  }

  @Test
  void theEntriesGoThatWereNotUsedForTheLongestTime() throws IOException {
    fill();
    DirectoryStore store = store();
    assertThat(store.get(content(0))).as("read, so used now").isPresent();
    put(store, 10);
    store.flush();
    assertThat(held()).isEqualTo(8 * SIZE);
    for (int i = 1; i <= 3; i++) {
      assertThat(file(content(i))).doesNotExist();
    }
    assertThat(store.get(content(0))).isPresent();
    assertThat(store.get(content(4))).isPresent();
    assertThat(store.get(content(10))).isPresent();
  }

  @Test
  void readingIsNotedOnceInAnHour() throws IOException {
    fill();
    StoreKey key = content(3);
    lastUsed(key, Duration.ofMinutes(50));
    FileTime before = Files.getLastModifiedTime(file(key));
    assertThat(store().get(key)).isPresent();
    assertThat(Files.getLastModifiedTime(file(key))).isEqualTo(before);
    lastUsed(key, Duration.ofMinutes(70));
    assertThat(store().get(key)).isPresent();
    assertThat(Files.getLastModifiedTime(file(key))).isGreaterThan(before);
  }

  @Test
  void anEntryFromTheFutureGoesFirst() throws IOException {
    fill();
    lastUsed(content(9), Duration.ofDays(-400));
    DirectoryStore store = store();
    put(store, 10);
    store.flush();
    assertThat(file(content(9))).doesNotExist();
  }

  @Test
  void aRunThatPutsWithoutEndKeepsToTheRoom() throws IOException {
    DirectoryStore store = store();
    for (int i = 0; i < 100; i++) {
      put(store, i);
      assertThat(held()).isLessThanOrEqualTo(ROOM + ROOM / 16 + SIZE);
    }
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void whatOtherProcessesHaveWrittenCountsToo() throws IOException {
    for (int i = 0; i < 30; i++) {
      DirectoryStore process = store();
      put(process, i);
      process.flush();
      assertThat(held()).isLessThanOrEqualTo(ROOM);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "x y\n", "1 2\n", "99999999999999999999 0\n", "-5 -5\n"})
  void aTornOrForgedUsageIsCountedAnew(String usage) throws IOException {
    fill();
    Files.writeString(folder.resolve("usage"), usage);
    DirectoryStore store = store();
    put(store, 10);
    store.flush();
    assertThat(held()).isEqualTo(8 * SIZE);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void aUsageThatIsALinkIsReplaced() throws IOException {
    fill();
    Path usage = folder.resolve("usage");
    Path target = Files.writeString(folder.resolve("target"), "0 0\n");
    Files.delete(usage);
    Files.createSymbolicLink(usage, target);
    DirectoryStore store = store();
    put(store, 10);
    store.flush();
    assertThat(held()).isEqualTo(8 * SIZE);
    assertThat(target).hasContent("0 0\n");
    assertThat(Files.isSymbolicLink(usage)).isFalse();
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void whileOneProcessMakesRoomOthersGoOn() throws IOException {
    fill();
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      DirectoryStore store = store();
      put(store, 10);
      store.flush();
      assertThat(store.get(content(10))).isPresent();
      assertThat(store.trouble()).isEmpty();
      assertThat(held()).isEqualTo(11 * SIZE);
    }
    DirectoryStore next = store();
    put(next, 11);
    next.flush();
    assertThat(held()).isLessThanOrEqualTo(ROOM);
  }

  @Test
  void onlyWhatAStoreNamesIsRemoved() throws IOException {
    fill();
    Path shard = file(content(0)).getParent();
    Path note = Files.writeString(shard.resolve("note.txt"), "n".repeat(5 * ROOM));
    Path stray = Files.writeString(folder.resolve("f".repeat(64)), "s".repeat(5 * ROOM));
    Path outside = Files.createDirectories(folder.resolve("target").resolve("ab"));
    Path linked = Files.writeString(outside.resolve("ab".repeat(32)), "l".repeat(5 * ROOM));
    Path links = folder.resolve("cas").resolve("ab");
    Files.deleteIfExists(links);
    Files.createSymbolicLink(links, outside);
    Files.setLastModifiedTime(note, FileTime.fromMillis(0));
    Files.setLastModifiedTime(linked, FileTime.fromMillis(0));
    DirectoryStore store = store();
    put(store, 10);
    store.flush();
    assertThat(note).exists();
    assertThat(stray).exists();
    assertThat(linked).exists();
    assertThat(file(content(1))).doesNotExist();
  }
}
