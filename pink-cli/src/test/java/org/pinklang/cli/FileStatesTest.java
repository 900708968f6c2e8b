package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a change for a build that watches. */
class FileStatesTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("m.pink"), "module m;");
  }

  private FileStates states() {
    return FileStates.of(Set.of(file), Set.of(folder));
  }

  @Test
  void nothingIsNoChange() {
    assertThat(states().differFrom(states())).isFalse();
    assertThat(states().differFrom(FileStates.NONE)).isFalse();
  }

  @Test
  void aFileThatComesBackAsItWasIsAChangeBothTimes() throws IOException {
    FileStates there = FileStates.of(Set.of(file), Set.of());
    Path away = Files.move(file, folder.resolve("away"));
    FileStates gone = FileStates.of(Set.of(file), Set.of());
    assertThat(gone.differFrom(there)).isTrue();
    Files.move(away, file);
    assertThat(FileStates.of(Set.of(file), Set.of()).differFrom(gone)).isTrue();
  }

  @Test
  void aFileOfTheSameSizeAndTimeInItsPlaceIsAChange() throws IOException {
    FileStates before = states();
    Path other = Files.writeString(folder.resolve("other"), "module n;");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.delete(file);
    Files.move(other, file);
    assertThat(states().differFrom(before)).isTrue();
  }

  @Test
  void whatEditorsPutBesideIsNone() throws IOException {
    FileStates before = states();
    Files.writeString(folder.resolve(".m.pink.swp"), "");
    Files.writeString(folder.resolve("m.pink~"), "");
    Files.writeString(folder.resolve("4913"), "");
    Files.createSymbolicLink(folder.resolve(".#m.pink"), Path.of("user@host.1"));
    assertThat(states().differFrom(before)).isFalse();
  }

  @Test
  void aNewSourceOrFolderIsAChange() throws IOException {
    FileStates before = states();
    Files.createDirectory(folder.resolve("sub"));
    FileStates withFolder = states();
    assertThat(withFolder.differFrom(before)).isTrue();
    Files.writeString(folder.resolve("n.pink"), "");
    assertThat(states().differFrom(withFolder)).isTrue();
  }

  @Test
  void whatWasNotLookedAtBeforeCounts() {
    assertThat(states().addTo(FileStates.NONE)).isTrue();
    assertThat(states().addTo(FileStates.of(Set.of(file), Set.of()))).isTrue();
    assertThat(states().addTo(states())).isFalse();
    assertThat(FileStates.of(Set.of(file), Set.of()).addTo(states())).isFalse();
  }
}
