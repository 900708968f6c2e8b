package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
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

  private static void fill(Store store) {
    store.put(CONTENT, BYTES);
    store.put(RECORD, BYTES);
    store.flush();
  }

  /** The files below a folder, as paths from it. */
  private static TreeSet<String> files(Path folder) throws IOException {
    TreeSet<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .forEach(file -> files.add(folder.relativize(file).toString().replace('\\', '/')));
    }
    return files;
  }

  private static String place(StoreKey key) {
    String hex = key.hash().hex();
    return key.space().folder() + "/" + hex.substring(0, 2) + "/" + hex;
  }

  @Test
  void entriesAreFilesUnderTheirHash() throws IOException {
    Path folder = temporary.resolve("a").resolve("store");
    DirectoryStore store = store(folder);
    fill(store);
    assertThat(files(folder))
        .containsExactlyInAnyOrder(
            "CACHEDIR.TAG", "pink-store", "lock", "usage", place(CONTENT), place(RECORD));
    assertThat(folder.resolve(place(CONTENT))).hasBinaryContent(BYTES);
    assertThat(folder.resolve("CACHEDIR.TAG"))
        .content()
        .startsWith("Signature: 8a477f597d28d172789f06886806bc55\n");
    assertThat(store(folder).get(CONTENT)).hasValue(BYTES);
    assertThat(store(folder).get(RECORD)).hasValue(BYTES);
    assertThat(store.trouble()).isEmpty();
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
  void contentsAreForcedBeforeTheNamesOfRecords() throws IOException {
    FailingDisk disk = new FailingDisk();
    DirectoryStore store = new DirectoryStore(temporary, ROOM, disk);
    fill(store);
    disk.forgetSteps();
    fill(store);
    String content = CONTENT.hash().hex();
    String record = RECORD.hash().hex();
    disk.steps.removeIf(step -> step.endsWith(".tmp"));
    assertThat(disk.steps)
        .containsExactly(
            "rename " + content,
            "rename " + record,
            "force " + content,
            "force names of " + content.substring(0, 2),
            "force " + record,
            "force names of " + record.substring(0, 2));
    disk.forgetSteps();
    store.flush();
    assertThat(disk.steps).as("nothing is forced twice").isEmpty();
  }

  @Test
  void aFullDiskIsReadOnlyUntilTheNextRun() throws IOException {
    FailingDisk disk = new FailingDisk();
    DirectoryStore store = new DirectoryStore(temporary, ROOM, disk);
    fill(store);
    disk.failWith("No space left on device");
    store.put(Entries.recordKey(2), BYTES);
    store.put(Entries.recordKey(3), BYTES);
    assertThat(store.get(RECORD)).isPresent();
    assertThat(store.trouble())
        .hasValue(
            "the store `%s` cannot be written, so it is only read: No space left on device"
                .formatted(temporary));
    assertThat(disk.steps.stream().filter(step -> step.startsWith("create")).count())
        .as("the mark, the tag, two entries, what they take, and one attempt")
        .isEqualTo(6);
    assertThat(temporary.resolve("tmp")).isEmptyDirectory();
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
    Files.writeString(temporary.resolve("pink-store"), "pink store 2\n");
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
    Path shard = folder.resolve(place(RECORD)).getParent();
    Files.delete(folder.resolve(place(RECORD)));
    Files.delete(shard);
    Files.createSymbolicLink(shard, target);
    DirectoryStore store = store(folder);
    store.put(RECORD, BYTES);
    assertThat(target).isEmptyDirectory();
    assertThat(store.trouble()).isPresent();

    Path secret = Files.write(temporary.resolve("secret"), BYTES);
    Path entry = folder.resolve(place(CONTENT));
    Files.delete(entry);
    Files.createSymbolicLink(entry, secret);
    DirectoryStore again = store(folder);
    assertThat(again.get(CONTENT)).isEmpty();
    again.put(CONTENT, BYTES);
    assertThat(entry).isRegularFile();
    assertThat(Files.isSymbolicLink(entry)).isFalse();
    assertThat(secret).hasBinaryContent(BYTES);
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
  void somethingElseInAnEntrysPlaceIsAMiss() throws IOException {
    fill(store(temporary));
    Path entry = temporary.resolve(place(RECORD));
    Files.delete(entry);
    Files.createDirectory(entry);
    DirectoryStore store = store(temporary);
    assertThat(store.get(RECORD)).isEmpty();
    assertThat(store.trouble()).isEmpty();
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
        assertThat(files(folder)).contains(place(CONTENT), place(RECORD));
      }
    }
  }

  @Test
  void whatKilledProcessesLeftIsRemovedAfterAnHour() throws IOException {
    fill(store(temporary));
    Path unfinished = temporary.resolve("tmp");
    Path old = Files.writeString(unfinished.resolve("a.tmp"), "half");
    Path young = Files.writeString(unfinished.resolve("b.tmp"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Files.delete(temporary.resolve("usage"));
    fill(store(temporary));
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aRoomForNothingIsRefused() {
    assertThatThrownBy(() -> new DirectoryStore(temporary, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
