package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A small file system of its own, where the one who tests may mount one. */
@EnabledOnOs(OS.LINUX)
class MountedFolderTest {
  private static final StoreKey FIRST = Entries.recordKey(1);
  private static final byte[] BYTES = Entries.bytes(1000, 1);

  @TempDir Path mounted;

  private static boolean done(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true)
            .start();
    return process.waitFor() == 0;
  }

  @BeforeEach
  void mount() throws Exception {
    boolean possible;
    try {
      possible = done("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", mounted.toString());
    } catch (IOException e) {
      possible = false;
    }
    assumeThat(possible).as("a file system can be mounted").isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    done("umount", mounted.toString());
  }

  private CheckedStore store() {
    return new CheckedStore(new DirectoryStore(mounted.resolve("store"), 1 << 30));
  }

  @Test
  void aFullDiskKeepsWhatItHas() {
    CheckedStore store = store();
    store.put(FIRST, BYTES);
    for (int i = 2; i < 400; i++) {
      store.put(Entries.recordKey(i), BYTES);
    }
    assertThat(store.trouble())
        .hasValue(
            "the store `%s` cannot be written, so it is only read: No space left on device"
                .formatted(mounted.resolve("store")));
    store.flush();
    CheckedStore next = store();
    assertThat(next.get(FIRST)).hasValue(BYTES);
    for (int i = 2; i < 400; i++) {
      next.get(Entries.recordKey(i)).ifPresent(bytes -> assertThat(bytes).isEqualTo(BYTES));
    }
    assertThat(next.counts().damaged()).isZero();
    assertThat(next.counts().hits()).isBetween(10L, 300L);
    next.flush(); // closes what it reads
  }

  @Test
  void aReadOnlyDiskIsRead() throws Exception {
    CheckedStore store = store();
    store.put(FIRST, BYTES);
    store.flush();
    assertThat(done("mount", "-o", "remount,ro", mounted.toString())).isTrue();
    CheckedStore next = store();
    assertThat(next.get(FIRST)).hasValue(BYTES);
    next.put(FIRST, new byte[1]);
    next.flush();
    assertThat(next.get(FIRST)).hasValue(BYTES);
    assertThat(next.trouble())
        .hasValue(
            "the store `%s` cannot be written, so it is only read: Read-only file system"
                .formatted(mounted.resolve("store")));
    next.flush(); // closes what it reads
  }
}
