package org.pinklang.codegen.llvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
  @TempDir Path folder;
  private final byte[] content = new byte[100_000];
  private Path source;
  private Path cache;

  @BeforeEach
  void writeSource() throws IOException {
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31);
    }
    source = Files.write(folder.resolve("source"), content);
    cache = folder.resolve("cache");
  }

  private NativeFile file() throws IOException {
    return NativeFile.of(source.toUri().toURL(), "tool");
  }

  private Path provide() throws IOException {
    return new NativeCache(cache).provide(file());
  }

  @Test
  void fileIsUnpackedOnceAndExecutable() throws IOException {
    Path first = provide();
    FileTime written = Files.getLastModifiedTime(first);
    assertThat(provide()).isEqualTo(first);
    assertThat(first).hasBinaryContent(content).isExecutable();
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
  }

  @Test
  void halfUnpackedFileIsReplaced() throws IOException {
    Path file = provide();
    Files.write(file, Arrays.copyOf(content, 500));
    assertThat(provide()).hasBinaryContent(content);
  }

  @Test
  void damagedFileOfRightSizeIsReplaced() throws IOException {
    Path file = provide();
    byte[] damaged = content.clone();
    damaged[77]++;
    Files.write(file, damaged);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofHours(1))));
    assertThat(provide()).hasBinaryContent(content);
  }

  @Test
  void touchedFileIsCheckedAndKept() throws IOException {
    Path file = provide();
    FileTime later = FileTime.from(Instant.parse("2030-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, later);
    assertThat(provide()).hasBinaryContent(content);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(later);
  }

  @Test
  void fileWithoutNoteOfItsCheckIsCheckedAgain() throws IOException {
    Path file = provide();
    Files.delete(cache.resolve("tool.checked"));
    assertThat(provide()).isEqualTo(file).hasBinaryContent(content);
    assertThat(cache.resolve("tool.checked")).exists();
  }

  @Test
  void abandonedPartsAreRemovedAndFreshOnesKept() throws IOException {
    Files.createDirectories(cache);
    Path abandoned = Files.createFile(cache.resolve("tool.1-a.part"));
    Path fresh = Files.createFile(cache.resolve("tool.2-b.part"));
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    provide();
    assertThat(abandoned).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void sourceThatIsNotWhatItShouldBeIsNeverUnpacked() throws IOException {
    NativeFile file = file();
    Files.write(source, new byte[content.length]);
    assertThatThrownBy(() -> new NativeCache(cache).provide(file)).isInstanceOf(IOException.class);
    try (var left = Files.list(cache)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void manyAtOnceAllGetTheWholeFile() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Path>> all =
        IntStream.range(0, 32).mapToObj(i -> threads.submit(this::provide)).toList();
    for (Future<Path> one : all) {
      assertThat(one.get()).hasBinaryContent(content);
    }
    threads.shutdown();
  }
}
