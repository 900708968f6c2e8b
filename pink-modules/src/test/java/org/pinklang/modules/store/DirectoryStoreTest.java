package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pinklang.modules.store.PackFiles.files;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest {
  private static final long ROOM = 1 << 20;
  private static final byte[] BYTES = Entries.bytes(100, 1);
  private static final StoreKey CONTENT = Entries.contentKey(BYTES);
  private static final StoreKey RECORD = Entries.recordKey(1);

  @TempDir Path temporary;

  private DirectoryStore store(Path folder) {
    return new DirectoryStore(folder, ROOM);
  }

  private DirectoryStore store(Path folder, Disk disk) {
    return new DirectoryStore(folder, ROOM, disk, InstantSource.system());
  }

  private static void fill(Store store) {
    store.put(CONTENT, BYTES);
    store.put(RECORD, BYTES);
    store.flush();
  }

  @Test
  void aRunMakesFourFilesHoweverMuchItPuts() throws IOException {
    Path folder = temporary.resolve("a").resolve("store");
    DirectoryStore store = store(folder);
    fill(store);
    for (int i = 2; i < 500; i++) {
      store.put(Entries.recordKey(i), BYTES);
    }
    store.flush();
    assertThat(files(folder))
        .containsExactly("CACHEDIR.TAG", "packs/*.index", "packs/*.pack", "pink-store");
    assertThat(PackFiles.packs(folder)).hasSize(1);
    assertThat(folder.resolve("CACHEDIR.TAG"))
        .content()
        .startsWith("Signature: 8a477f597d28d172789f06886806bc55\n");
    assertThat(store(folder).get(CONTENT)).hasValue(BYTES);
    assertThat(store(folder).get(RECORD)).hasValue(BYTES);
    assertThat(store(folder).get(Entries.recordKey(499))).hasValue(BYTES);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void contentThatIsThereIsNotWrittenAgain() throws IOException {
    fill(store(temporary));
    long held = PackFiles.held(temporary);
    DirectoryStore store = store(temporary);
    store.put(CONTENT, BYTES);
    store.put(CONTENT, BYTES);
    store.flush();
    assertThat(PackFiles.held(temporary)).isEqualTo(held);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadAndWrite() throws IOException {
    Path folder = temporary.resolve("store");
    fill(store(folder));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void askingMakesNoFolder() {
    Path folder = temporary.resolve("store");
    DirectoryStore store = store(folder);
    assertThat(store.get(RECORD)).isEmpty();
    store.flush();
    assertThat(folder).doesNotExist();
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void aPutReplaces() {
    DirectoryStore store = store(temporary);
    store.put(RECORD, BYTES);
    store.put(RECORD, new byte[0]);
    assertThat(store.get(RECORD)).hasValue(new byte[0]);
    store.put(RECORD, new byte[(int) ROOM + 1]);
    assertThat(store.get(RECORD)).as("what has no room replaces too").isEmpty();
  }

  @Test
  void whatARunPutsIsForcedAtOnce() throws IOException {
    FailingDisk disk = new FailingDisk();
    DirectoryStore store = store(temporary, disk);
    fill(store);
    disk.steps.removeIf(step -> step.contains("pink-store") || step.contains("CACHEDIR"));
    disk.steps.replaceAll(step -> step.replaceFirst("[0-9a-f]{32}|[0-9a-f-]{36}", "*"));
    assertThat(disk.steps)
        .containsExactly(
            "folder packs",
            "create *.pack",
            "write *.pack",
            "write *.pack",
            "force *.pack",
            "force names of packs",
            "create *.tmp",
            "rename *.index");
    disk.forgetSteps();
    store.flush();
    assertThat(disk.steps).as("nothing is forced twice").isEmpty();
  }

  @Test
  void whatIsPutWhileOthersAreForcedIsForcedNext() {
    List<Path> forced = new ArrayList<>();
    AtomicReference<DirectoryStore> store = new AtomicReference<>();
    Disk disk =
        new Disk() {
          @Override
          void force(Path file) throws IOException {
            if (file.toString().endsWith(".pack")) {
              super.force(file);
              forced.add(file);
              if (forced.size() == 1) {
                store.get().put(Entries.recordKey(2), BYTES);
              }
            }
          }
        };
    store.set(store(temporary, disk));
    fill(store.get());
    assertThat(forced).hasSize(1);
    store.get().flush();
    assertThat(forced).hasSize(2);
    store.get().flush();
    assertThat(forced).hasSize(2);
  }

  @Test
  void aPackThatMayNotBeReadHidesNoOther() throws IOException {
    for (String denied : List.of(".pack", ".index", "")) {
      Path folder = temporary.resolve("store" + denied);
      fill(store(folder));
      Set<Path> files = new HashSet<>(PackFiles.packs(folder));
      files.addAll(PackFiles.indexes(folder));
      files.removeIf(file -> !file.toString().endsWith(denied));
      DirectoryStore store = store(folder, denying(files));
      assertThat(store.get(RECORD).isPresent()).isEqualTo(denied.equals(".index"));
      store.put(CONTENT, BYTES);
      store.put(RECORD, new byte[] {1});
      assertThat(store.get(CONTENT)).hasValue(BYTES);
      assertThat(store.get(RECORD)).hasValue(new byte[] {1});
      store.flush();
      assertThat(store.trouble()).isEmpty();
    }
  }

  private static Disk denying(Set<Path> files) {
    return new Disk() {
      @Override
      FileChannel openToRead(Path file) throws IOException {
        if (files.contains(file)) {
          throw new AccessDeniedException(file.toString());
        }
        return super.openToRead(file);
      }
    };
  }

  @Test
  void aFullDiskIsReadOnlyUntilTheNextRun() throws IOException {
    FailingDisk disk = new FailingDisk();
    DirectoryStore store = store(temporary, disk);
    fill(store);
    disk.failWith("No space left on device");
    store.put(Entries.recordKey(2), BYTES);
    store.put(Entries.recordKey(3), BYTES);
    assertThat(store.get(RECORD)).isPresent();
    assertThat(store.trouble())
        .hasValue(
            "the store `%s` cannot be written, so it is only read: No space left on device"
                .formatted(temporary));
    assertThat(disk.steps.stream().filter(step -> step.startsWith("write")).count())
        .as("two entries and one attempt")
        .isEqualTo(3);
    disk.failWith(null);
    store.put(RECORD, new byte[1]);
    assertThat(store.get(RECORD)).hasValue(BYTES);
    store.flush();
    store.put(RECORD, new byte[1]);
    assertThat(store.get(RECORD)).hasValue(new byte[1]);
  }

  @Test
  void aFileIsNoStore() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "text");
    DirectoryStore store = store(file);
    fill(store);
    assertThat(store.get(RECORD)).isEmpty();
    assertThat(store.trouble())
        .hasValue("`%s` is not a folder, so nothing is stored there".formatted(file));
    assertThat(file).hasContent("text");
    DirectoryStore below = store(file.resolve("store"));
    fill(below);
    assertThat(below.get(RECORD)).isEmpty();
    assertThat(below.trouble()).isPresent();
  }

  @Test
  void aFolderWithOtherFilesIsNotTouched() throws IOException {
    Path shard = Files.createDirectories(temporary.resolve("ac").resolve("ab"));
    Files.writeString(shard.resolve("ab".repeat(32)), "of another tool");
    DirectoryStore store = store(temporary);
    fill(store);
    assertThat(store.trouble())
        .hasValue(
            "`%s` holds files, and no mark that it is a store, so nothing is stored there"
                .formatted(temporary));
    assertThat(files(temporary)).containsExactly("ac/ab/" + "ab".repeat(32));
  }

  @Test
  void theStoreOfAnotherVersionIsNotTouched() throws IOException {
    fill(store(temporary));
    Files.writeString(temporary.resolve("pink-store"), "pink store 1\n");
    TreeSet<String> before = files(temporary);
    DirectoryStore store = store(temporary);
    store.put(Entries.recordKey(2), BYTES);
    store.flush();
    assertThat(store.get(RECORD)).isEmpty();
    assertThat(store.trouble())
        .hasValue(
            "`%s` is the store of another version, so nothing is stored there"
                .formatted(temporary));
    assertThat(files(temporary)).isEqualTo(before);
  }

  @Test
  void aStoreRemovedWhileItIsUsedIsMadeAgain() throws IOException {
    Path folder = temporary.resolve("store");
    DirectoryStore store = store(folder);
    fill(store);
    Files.move(folder, temporary.resolve("elsewhere"));
    assertThat(store.get(RECORD)).isEmpty();
    fill(store);
    assertThat(store.get(RECORD)).hasValue(BYTES);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void noLinkBelowTheFolderIsFollowed() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("target"));
    Path folder = temporary.resolve("store");
    fill(store(folder));
    Path pack = PackFiles.packs(folder).getFirst();
    Path index = PackFiles.indexes(folder).getFirst();
    Path secret = Files.copy(pack, temporary.resolve("secret"));
    byte[] before = Files.readAllBytes(secret);
    Files.delete(pack);
    Files.createSymbolicLink(pack, secret);
    DirectoryStore store = store(folder);
    assertThat(store.get(CONTENT)).isEmpty();
    store.put(CONTENT, BYTES);
    store.flush();
    assertThat(store.get(CONTENT)).hasValue(BYTES);
    assertThat(secret).hasBinaryContent(before);
    assertThat(store.trouble()).isEmpty();

    Files.delete(index);
    Files.delete(pack);
    PackFiles.packs(folder).forEach(file -> file.toFile().delete());
    PackFiles.indexes(folder).forEach(file -> file.toFile().delete());
    Files.delete(folder.resolve("packs"));
    Files.createSymbolicLink(folder.resolve("packs"), target);
    DirectoryStore again = store(folder);
    again.put(RECORD, BYTES);
    assertThat(target).isEmptyDirectory();
    assertThat(again.trouble()).isPresent();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFolderItselfMayBeALink() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("target"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), target);
    DirectoryStore store = store(link);
    fill(store);
    assertThat(store(target).get(RECORD)).hasValue(BYTES);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void somethingElseInAPacksPlaceIsAMiss() throws IOException {
    fill(store(temporary));
    Path pack = PackFiles.packs(temporary).getFirst();
    Files.delete(pack);
    Files.createDirectory(pack);
    DirectoryStore store = store(temporary);
    assertThat(store.get(RECORD)).isEmpty();
    store.put(RECORD, BYTES);
    store.flush();
    assertThat(store.get(RECORD)).hasValue(BYTES);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void aProcessSeesWhatOthersPutLater() {
    DirectoryStore one = store(temporary);
    DirectoryStore other = store(temporary);
    assertThat(other.get(RECORD)).isEmpty();
    for (int i = 0; i < 5; i++) {
      one.put(Entries.recordKey(i), BYTES);
      assertThat(other.get(Entries.recordKey(i))).hasValue(BYTES);
      if (i % 2 == 0) {
        one.flush();
      }
      other.put(Entries.recordKey(-1 - i), BYTES);
      assertThat(one.get(Entries.recordKey(-1 - i))).hasValue(BYTES);
    }
  }

  @Test
  void whatWasPutLastCountsWhateverTheClockSays() {
    byte[] first = {1};
    byte[] second = {2};
    Instant now = Instant.now();
    DirectoryStore ahead =
        new DirectoryStore(
            temporary, ROOM, new Disk(), InstantSource.fixed(now.plus(Duration.ofDays(9))));
    ahead.put(RECORD, first);
    ahead.flush();
    DirectoryStore right = store(temporary);
    right.put(RECORD, second);
    assertThat(store(temporary).get(RECORD)).hasValue(second);
    right.flush();
    assertThat(store(temporary).get(RECORD)).hasValue(second);
  }

  @Test
  void manyRunsLeaveFewPacks() throws IOException {
    for (int i = 0; i < 200; i++) {
      DirectoryStore store = store(temporary);
      store.put(Entries.recordKey(i), BYTES);
      store.put(RECORD, new byte[] {(byte) i});
      store.flush();
    }
    assertThat(PackFiles.packs(temporary)).hasSizeLessThan(16);
    assertThat(PackFiles.indexes(temporary)).hasSameSizeAs(PackFiles.packs(temporary));
    DirectoryStore store = store(temporary);
    for (int i = 2; i < 200; i++) {
      assertThat(store.get(Entries.recordKey(i))).hasValue(BYTES);
    }
    assertThat(store.get(RECORD)).hasValue(new byte[] {(byte) 199});
  }

  @Test
  void systemsWithoutOwnersWillDo() throws IOException {
    for (Configuration system :
        List.of(Configuration.windows(), Configuration.osX(), Configuration.unix())) {
      try (FileSystem files = Jimfs.newFileSystem(system)) {
        Path folder = files.getPath("work").resolve("store");
        DirectoryStore store = store(folder);
        fill(store);
        assertThat(store.trouble()).isEmpty();
        assertThat(store(folder).get(RECORD)).hasValue(BYTES);
        assertThat(files(folder)).contains("packs/*.pack", "packs/*.index");
      }
    }
  }

  @Test
  void whatKilledProcessesLeftIsRemovedAfterAnHour() throws IOException {
    fill(store(temporary));
    Path packs = temporary.resolve("packs");
    Path old = Files.writeString(packs.resolve("a.tmp"), "half");
    Path young = Files.writeString(packs.resolve("b.tmp"), "half");
    Path orphan = Files.writeString(packs.resolve("a".repeat(32) + ".index"), "of no pack");
    for (Path file : List.of(old, orphan)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
    for (int i = 0; i < 10; i++) {
      DirectoryStore store = store(temporary);
      store.put(Entries.recordKey(i), BYTES);
      store.flush();
    }
    assertThat(old).doesNotExist();
    assertThat(orphan).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aRoomForNothingIsRefused() {
    assertThatThrownBy(() -> new DirectoryStore(temporary, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
