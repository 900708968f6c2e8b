package org.pinklang.modules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.frontend.source.ContentHash;

/** What another process says of files by what one has seen of them. */
class FilesSeenCodecTest {
  @TempDir Path folder;

  private final FilesSeen seen = new FilesSeen();

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static FilesSeen elsewhere(FilesSeen seen) {
    return FilesSeenCodec.decode(FilesSeenCodec.encode(seen).orElseThrow()).orElseThrow();
  }

  private boolean isUnchanged() throws IOException {
    return elsewhere(seen).lookAgain(new FilesSeen(), () -> {});
  }

  private void settle() throws InterruptedException {
    Thread.sleep(2_100);
  }

  @Test
  void filesFoldersWalksAndWhatIsMissingAreUnchangedUntilTheyChange() throws IOException {
    Path file = file("a.pink", "module a;");
    Path sub = Files.createDirectory(folder.resolve("sub"));
    seen.read(file);
    Path missing = folder.resolve("b.txt");
    assertThatThrownBy(() -> seen.read(missing)).isInstanceOf(NoSuchFileException.class);
    seen.names(folder.resolve("none"), () -> {});
    seen.names(folder, () -> {});
    seen.below(folder, () -> {});
    assertThat(isUnchanged()).isTrue();
    file("a.pink", "module c;");
    assertThat(isUnchanged()).isFalse();
    file("a.pink", "module a;");
    assertThat(isUnchanged()).isTrue();
    Files.writeString(sub.resolve("x.pink"), "module sub.x;");
    assertThat(isUnchanged()).isFalse();
    Files.delete(sub.resolve("x.pink"));
    assertThat(isUnchanged()).isTrue();
    file("b.txt", "there");
    assertThat(isUnchanged()).isFalse();
    Files.delete(missing);
    Files.createDirectory(folder.resolve("none"));
    assertThat(isUnchanged()).isFalse();
  }

  @Test
  void onlyStatesAreAskedForOnceAllIsOldEnough() throws Exception {
    Path file = file("a.pink", "module a;");
    seen.read(file);
    seen.names(folder, () -> {});
    FilesSeen then = new FilesSeen();
    assertThat(elsewhere(seen).lookAgain(then, () -> {})).isTrue();
    assertThat(then.hasLookedInside()).isTrue();
    assertThat(then.isSettled()).isFalse();
    settle();
    FilesSeen later = new FilesSeen();
    assertThat(elsewhere(then).lookAgain(later, () -> {})).isTrue();
    assertThat(later.hasLookedInside()).isTrue();
    assertThat(later.isSettled()).isTrue();
    FilesSeen latest = new FilesSeen();
    assertThat(elsewhere(later).lookAgain(latest, () -> {})).isTrue();
    assertThat(latest.hasLookedInside()).isFalse();
    file("a.pink", "module b;");
    assertThat(elsewhere(latest).lookAgain(new FilesSeen(), () -> {})).isFalse();
  }

  @Test
  void aFileWrittenIsUntouchedWhileItHasItsStateAndHoldsWhatWasWritten() throws IOException {
    Path made = file("made", "program");
    seen.wrote(made, ContentHash.of("program".getBytes()), System.currentTimeMillis());
    assertThat(elsewhere(seen).isUntouched(new FilesSeen())).isTrue();
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
    assertThat(elsewhere(seen).isUntouched(new FilesSeen())).isFalse();
  }

  @Test
  void aFileThatAnotherHasWrittenSinceIsTouchedWhateverItsState() throws IOException {
    Path made = file("made", "another");
    seen.wrote(made, ContentHash.of("program".getBytes()), System.currentTimeMillis());
    assertThat(elsewhere(seen).isUntouched(new FilesSeen())).isFalse();
    Files.delete(made);
    assertThat(elsewhere(seen).isUntouched(new FilesSeen())).isFalse();
  }

  @Test
  void aFileThatIsGoneWhenItIsNotedWasNotLeftOut() throws Exception {
    Path made = folder.resolve("made");
    seen.wrote(made, ContentHash.of("program".getBytes()), System.currentTimeMillis());
    assertThat(elsewhere(seen).isUntouched(new FilesSeen())).isFalse();
    assertThat(elsewhere(seen).isSettled()).isFalse();
  }

  @Test
  void aFileThatOthersReadIsUntouchedOnlyWhileItsStateTellsThat() throws Exception {
    Path library = file("library", "code");
    seen.used(library);
    assertThat(elsewhere(seen).isUntouched(new FilesSeen())).isFalse();
    settle();
    FilesSeen later = new FilesSeen();
    later.used(library);
    assertThat(elsewhere(later).isUntouched(new FilesSeen())).isTrue();
  }

  @Test
  void whatWasReadOtherwiseCannotBeToldToOthers() throws IOException {
    seen.read(file("a.pink", "module a;"));
    seen.readOtherwise();
    assertThat(FilesSeenCodec.encode(seen)).isEmpty();
    assertThat(FilesSeenCodec.encode(FilesSeen.once())).isEmpty();
  }

  @Test
  void everyCutOffFormIsNone() throws IOException {
    seen.read(file("a.pink", "module a;"));
    seen.below(folder, () -> {});
    byte[] whole = FilesSeenCodec.encode(seen).orElseThrow();
    for (int length = 0; length < whole.length; length++) {
      assertThat(FilesSeenCodec.decode(Arrays.copyOf(whole, length))).isEmpty();
    }
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    assertThatCode(() -> FilesSeenCodec.decode(bytes)).doesNotThrowAnyException();
  }
}
