package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linking happens only where the file is not yet what it would give. */
class LinkRecordsTest {
  private static final String PROGRAM = "fn main() -> Integer { 3; }";

  @TempDir Path folder;

  private final Store store = Store.inMemory(1 << 24);

  private long linked(String program, String file, Store used) throws IOException {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.text("main.pink", program))
            .store(used)
            .build()
            .run()
            .orThrow();
    assertThat(result.link(Link.executable(folder.resolve(file)))).isEqualTo(folder.resolve(file));
    return result.counters().linked();
  }

  private long linked(String program) throws IOException {
    return linked(program, "made", store);
  }

  @Test
  void whatIsThereAlreadyIsNotLinked() throws IOException {
    assertThat(linked(PROGRAM)).isEqualTo(1);
    Path made = folder.resolve("made");
    Object before = Files.getAttribute(made, "unix:ino");
    assertThat(linked(PROGRAM)).isZero();
    assertThat(linked(PROGRAM + " // more")).isZero();
    assertThat(Files.getAttribute(made, "unix:ino")).isEqualTo(before);
    assertThat(linked(PROGRAM, "made", Store.none())).isEqualTo(1);
  }

  @Test
  void anotherProgramIsLinkedAndThenTheFirstAgain() throws IOException {
    linked(PROGRAM);
    byte[] first = Files.readAllBytes(folder.resolve("made"));
    assertThat(linked("fn main() -> Integer { 4; }")).isEqualTo(1);
    assertThat(Files.readAllBytes(folder.resolve("made"))).isNotEqualTo(first);
    assertThat(linked(PROGRAM)).isEqualTo(1);
    assertThat(folder.resolve("made")).hasBinaryContent(first);
    assertThat(linked(PROGRAM, "other", store)).isEqualTo(1);
  }

  @Test
  void aFileThatIsGoneOrChangedIsLinkedAgain() throws IOException {
    linked(PROGRAM);
    Path made = folder.resolve("made");
    byte[] sound = Files.readAllBytes(made);
    Files.delete(made);
    assertThat(linked(PROGRAM)).isEqualTo(1);
    byte[] spoilt = sound.clone();
    spoilt[sound.length / 2] ^= 1;
    Files.write(made, spoilt);
    assertThat(linked(PROGRAM)).isEqualTo(1);
    Files.write(made, new byte[0]);
    assertThat(linked(PROGRAM)).isEqualTo(1);
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(linked(PROGRAM)).isEqualTo(1);
    assertThat(made).isExecutable().hasBinaryContent(sound);
    assertThat(linked(PROGRAM)).isZero();
  }

  @Test
  void aProgramThatCallsCIsLinkedAgainOnlyIfItsObjectsChange() throws IOException {
    String calling = "extern fn abs(x: Integer32) -> Integer32;\n";
    assertThat(linked(calling + "fn main() -> Integer { Integer(abs(3)); }")).isEqualTo(1);
    assertThat(linked(calling + "fn main() -> Integer { Integer(abs(3)); }")).isZero();
    assertThat(linked(calling + "fn main() -> Integer { Integer(abs(4)); }")).isEqualTo(1);
  }
}
