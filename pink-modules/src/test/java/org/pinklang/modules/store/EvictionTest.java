package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes from a folder with little room, and when. */
class EvictionTest {
  private static final int SIZE = 100;
  private static final int ROOM = 10 * SIZE;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;

  private DirectoryStore store(Duration ago) {
    return new DirectoryStore(folder, ROOM, new Disk(), () -> NOW.minus(ago));
  }

  private DirectoryStore store() {
    return store(Duration.ZERO);
  }

  private static StoreKey content(int number) {
    return Entries.contentKey(Entries.bytes(SIZE, number));
  }

  private static void put(Store store, int number) {
    store.put(content(number), Entries.bytes(SIZE, number));
  }

  private long held() throws IOException {
    return PackFiles.held(folder);
  }

  /** Whether an entry is there; asking notes no use. */
  private boolean isThere(int number) {
    return store().get(content(number)).isPresent();
  }

  /** Ten entries of twenty to eleven days ago, that leave no room. */
  private void fill() throws IOException {
    for (int i = 0; i < 10; i++) {
      DirectoryStore store = store(Duration.ofDays(20 - i));
      put(store, i);
      store.flush();
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
    for (int i : List.of(1, 2, 3)) {
      assertThat(isThere(i)).isFalse();
    }
    for (int i : List.of(0, 4, 5, 6, 7, 8, 9, 10)) {
      assertThat(isThere(i)).isTrue();
    }
  }

  @Test
  void aUseIsKnownToLaterProcessesAlsoWhenPacksWerePutTogether() throws IOException {
    fill();
    DirectoryStore reading = store(Duration.ofDays(1));
    assertThat(reading.get(content(0))).isPresent();
    reading.flush();
    for (int i = 0; i < 30; i++) {
      DirectoryStore next = store();
      next.put(Entries.recordKey(1), new byte[0]);
      next.flush();
    }
    DirectoryStore store = store();
    put(store, 10);
    store.flush();
    assertThat(isThere(0)).isTrue();
    assertThat(isThere(1)).isFalse();
  }

  @Test
  void aUseIsNotedOnceInAnHour() throws IOException {
    DirectoryStore first = store(Duration.ofHours(9));
    put(first, 1);
    first.flush();
    long before = packBytes();
    DirectoryStore soon = store(Duration.ofHours(9).minusMinutes(50));
    assertThat(soon.get(content(1))).isPresent();
    soon.flush();
    assertThat(packBytes()).isEqualTo(before);
    for (int minutes : new int[] {70, 100}) {
      DirectoryStore later = store(Duration.ofHours(9).minusMinutes(minutes));
      assertThat(later.get(content(1))).isPresent();
      assertThat(later.get(content(1))).isPresent();
      later.flush();
      assertThat(packBytes()).isEqualTo(before + PackEntry.HEAD_BYTES);
    }
  }

  private long packBytes() throws IOException {
    return PackFiles.packs(folder).stream().mapToLong(file -> file.toFile().length()).sum();
  }

  @Test
  void anEntryFromTheFutureGoesFirst() throws IOException {
    for (int i = 0; i < 10; i++) {
      DirectoryStore store = store(Duration.ofDays(i == 9 ? -400 : 20 - i));
      put(store, i);
      store.flush();
    }
    DirectoryStore store = store();
    put(store, 10);
    store.flush();
    assertThat(isThere(9)).isFalse();
    assertThat(isThere(8)).isTrue();
  }

  @Test
  void aStampFromTheFutureIsHandedToNoOtherEntry() throws IOException {
    for (int i = 0; i < 8; i++) {
      DirectoryStore store = store(Duration.ofDays(20 - i));
      put(store, i);
      store.flush();
    }
    DirectoryStore ahead = store(Duration.ofDays(-400));
    ahead.put(Entries.recordKey(1), Entries.bytes(SIZE, 1));
    ahead.flush();
    DirectoryStore right = store(Duration.ofDays(1));
    right.put(Entries.recordKey(1), Entries.bytes(SIZE, 2));
    put(right, 100);
    right.flush();
    DirectoryStore store = store();
    put(store, 101);
    store.flush();
    assertThat(isThere(0)).isFalse();
    assertThat(isThere(100)).isTrue();
    assertThat(isThere(101)).isTrue();
  }

  @Test
  void whereThereIsNoRoomToMakeRoomNothingIsLeftOfIt() throws IOException {
    fill();
    int packs = PackFiles.packs(folder).size();
    DirectoryStore full = new DirectoryStore(folder, ROOM, new SecondPackFails(), () -> NOW);
    put(full, 10);
    full.flush();
    assertThat(full.trouble()).isPresent();
    assertThat(PackFiles.packs(folder)).hasSize(packs + 1);
    assertThat(PackFiles.indexes(folder)).hasSize(packs + 1);
    assertThat(held()).isEqualTo(11 * SIZE);
    DirectoryStore next = store();
    put(next, 11);
    next.flush();
    assertThat(held()).isLessThanOrEqualTo(ROOM);
  }

  /** A disk with room for a process's own pack, and for half an entry of another. */
  private static final class SecondPackFails extends Disk {
    private int created;

    @Override
    FileChannel createToWrite(Path file) throws IOException {
      created++;
      return super.createToWrite(file);
    }

    @Override
    void write(FileChannel channel, Path file, ByteBuffer bytes, long place) throws IOException {
      if (created > 1) {
        super.write(channel, file, bytes.slice(bytes.position(), bytes.remaining() / 2), place);
        throw new FileSystemException(file.toString(), null, "No space left on device");
      }
      super.write(channel, file, bytes, place);
    }
  }

  @Test
  void whatWasReplacedGoesBeforeAnythingElse() throws IOException {
    DirectoryStore store = store();
    for (int i = 0; i < 20; i++) {
      store.put(Entries.recordKey(1), Entries.bytes(SIZE, i));
      store.put(Entries.recordKey(2 + i % 8), Entries.bytes(SIZE, i));
    }
    store.flush();
    assertThat(held()).isLessThanOrEqualTo(ROOM);
    for (int i = 1; i < 10; i++) {
      assertThat(store().get(Entries.recordKey(i))).isPresent();
    }
  }

  @Test
  void aRunThatPutsWithoutEndKeepsToTheRoom() throws IOException {
    DirectoryStore store = store();
    for (int i = 0; i < 100; i++) {
      put(store, i);
      assertThat(held()).isLessThanOrEqualTo(ROOM + ROOM / 16 + SIZE);
      assertThat(store.get(content(i))).isPresent();
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

  @Test
  void whileOneProcessMakesRoomOthersGoOn() throws IOException {
    fill();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
  void whoReadsGoesOnWhenAnotherHasRemovedItsPacks() throws IOException {
    fill();
    DirectoryStore reader = store();
    assertThat(reader.get(content(9))).isPresent();
    DirectoryStore other = store();
    put(other, 10);
    other.flush();
    for (int i = 5; i <= 10; i++) {
      assertThat(reader.get(content(i))).isPresent();
    }
    assertThat(reader.get(content(0))).isEmpty();
    assertThat(reader.trouble()).isEmpty();
  }

  @Test
  void whoWritesGoesOnWhenAnotherHasRemovedItsPack() throws Exception {
    DirectoryStore writer = store();
    put(writer, 0);
    DirectoryStore other = store();
    for (int i = 1; i < 20; i++) {
      put(other, i);
    }
    other.flush();
    Thread.sleep(50); // longer than a pack is believed to be there
    put(writer, 30);
    assertThat(isThere(30)).isTrue();
    assertThat(writer.trouble()).isEmpty();
  }

  @Test
  void onlyWhatAStoreNamesIsRemoved() throws IOException {
    fill();
    Path packs = folder.resolve("packs");
    Path note = Files.writeString(packs.resolve("note.txt"), "n".repeat(5 * ROOM));
    Path stray = Files.writeString(folder.resolve("f".repeat(32) + ".pack"), "s".repeat(5 * ROOM));
    Path outside = Files.createDirectories(folder.resolve("target"));
    Path linked = Files.writeString(outside.resolve("file"), "l".repeat(5 * ROOM));
    Files.createSymbolicLink(packs.resolve("a".repeat(32) + ".pack"), linked);
    DirectoryStore store = store();
    put(store, 10);
    store.flush();
    assertThat(note).exists();
    assertThat(stray).exists();
    assertThat(linked).exists();
    assertThat(isThere(1)).isFalse();
  }
}
