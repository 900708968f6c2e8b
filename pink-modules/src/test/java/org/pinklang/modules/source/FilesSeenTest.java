package org.pinklang.modules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.frontend.source.ContentHash;

/** What is said of files that were looked at before. */
class FilesSeenTest {
  @TempDir Path folder;

  private final FilesSeen seen = new FilesSeen();

  private boolean isUnchanged() throws IOException {
    return seen.lookAgain(new FilesSeen(), () -> {});
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** A link to itself, which can be listed and nothing else. */
  private Path loop() throws IOException {
    Path loop = folder.resolve("loop");
    return Files.createSymbolicLink(loop, loop);
  }

  @Test
  void filesFoldersAndWhatIsMissingAreUnchangedUntilTheyChange() throws IOException {
    Path file = file("a.pink", "module a;");
    Path missing = folder.resolve("b.pink");
    assertThat(seen.read(file).bytes()).asString().isEqualTo("module a;");
    assertThatThrownBy(() -> seen.read(missing)).isInstanceOf(NoSuchFileException.class);
    assertThat(seen.names(folder.resolve("none"), () -> {})).isEmpty();
    assertThat(isUnchanged()).isTrue();
    file("b.pink", "module b;");
    assertThat(isUnchanged()).isFalse();
  }

  @Test
  void aFileThatCouldNotBeLookedAtIsNotUnchanged() throws IOException {
    Path loop = loop();
    assertThatThrownBy(() -> seen.read(loop)).isInstanceOf(IOException.class);
    assertThat(isUnchanged()).isFalse();
  }

  @Test
  void aFolderThatCouldNotBeLookedAtIsNotUnchanged() throws IOException {
    Path loop = loop();
    new SourceFiles(Overlays.NONE, () -> {}, seen).names(loop);
    assertThat(isUnchanged()).isFalse();
  }

  /** A pipe that somebody writes to. */
  private Path pipe(String text) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    write(pipe, text);
    return pipe;
  }

  private static void write(Path pipe, String text) {
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.writeString(pipe, text);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.setDaemon(true);
    writer.start();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatCanBeReadButOnceIsNotUnchangedAndIsNotReadToSaySo() throws Exception {
    Path pipe = pipe("module a;");
    assertThat(seen.read(pipe).bytes()).asString().isEqualTo("module a;");
    assertThat(FilesSeenCodec.encode(seen)).isEmpty();
    write(pipe, "module b;");
    assertThat(isUnchanged()).isFalse();
    assertThat(new FilesSeen().read(pipe).bytes()).asString().isEqualTo("module b;");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatBecomesAPipeIsChangedAndTheBuildReadsAllOfIt() throws Exception {
    Path file = file("pipe", "module a;");
    seen.read(file);
    Files.delete(file);
    Path pipe = pipe("module b;");
    FilesSeen now = new FilesSeen();
    assertThat(seen.lookAgain(now, () -> {})).isFalse();
    FilesSeen build = new FilesSeen(seen, now);
    assertThat(build.read(pipe).bytes()).asString().isEqualTo("module b;");
    write(pipe, "module c;");
    assertThat(new FilesSeen(build, now).read(pipe).bytes()).asString().isEqualTo("module c;");
  }

  @Test
  void whereALinkerOnlyTriesNothingNeedBeLookedAt() throws IOException {
    seen.used(loop());
    assertThat(seen.isComplete()).isFalse();
    FilesSeen other = new FilesSeen();
    other.wrote(folder.resolve("loop"), ContentHash.of(new byte[0]), 0);
    assertThat(other.isComplete()).isFalse();
  }

  @Test
  void anEmptyFolderThatBecomesALinkIsChanged() throws IOException {
    Path input = Files.createDirectory(folder.resolve("input"));
    assertThat(new SourceFiles(Overlays.NONE, () -> {}, seen).below(input)).isEmpty();
    assertThat(isUnchanged()).isTrue();
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("a.pink"), "module a;");
    Files.delete(input);
    Files.createSymbolicLink(input, other);
    assertThat(isUnchanged()).isFalse();
  }

  @Test
  void whatABuildFoundFirstIsWhatItFindsAgain() throws IOException {
    Path file = file("a.pink", "module a;");
    Path missing = folder.resolve("b.pink");
    seen.read(file);
    seen.names(folder, () -> {});
    assertThatThrownBy(() -> seen.read(missing)).isInstanceOf(NoSuchFileException.class);
    file("a.pink", "module c;");
    file("b.pink", "module b;");
    assertThat(seen.read(file).bytes()).asString().isEqualTo("module a;");
    assertThat(seen.names(folder, () -> {})).containsExactly("a.pink");
    assertThatThrownBy(() -> seen.read(missing)).isInstanceOf(NoSuchFileException.class);
    assertThat(isUnchanged()).isFalse();
  }
}
