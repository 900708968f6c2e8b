package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.frontend.diagnostic.TextStyle;

/** When a task is found to be done without a run. */
class UpToDateTaskTest {
  private static final String TASK = "app";

  @TempDir Path folder;

  private final Map<Store.Key, byte[]> entries = new ConcurrentHashMap<>();
  private final Store store = new MapStore(entries);
  private Path app;

  private record MapStore(Map<Store.Key, byte[]> entries) implements Store {
    @Override
    public Optional<byte[]> get(Key key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void put(Key key, byte[] bytes) {
      entries.put(key, bytes);
    }
  }

  @BeforeEach
  void writeProgram() throws IOException {
    app = folder.resolve("app");
    Files.createDirectory(folder.resolve("src"));
    write(
        "m.pink",
        "module m;\nexport fn f() -> Integer { return 2; } fn unused() -> Integer { return 2; }\n");
    write("main.pink", "import m;\nfn main() -> Integer { return m::f(); }\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("src").resolve(name), text);
  }

  private Compilation.Builder program() {
    return program(store);
  }

  private Compilation.Builder program(Store used) {
    return Compilation.builder()
        .sources(Sources.files(folder.resolve("src/main.pink")))
        .store(used);
  }

  private CompilationResult build(Compilation compilation) throws IOException {
    CompilationResult result = compilation.run().orThrow();
    result.link(Link.executable(app));
    result.markUpToDate(TASK, Map.of());
    return result;
  }

  private boolean isUpToDate() {
    return program().build().upToDate(TASK).isPresent();
  }

  @Test
  void aTaskIsDoneOnceItWasMarkedAndWhatItSaidIsSaidAgain() throws IOException {
    assertThat(isUpToDate()).isFalse();
    CompilationResult result = build(program().build());
    UpToDateTask done = program().build().upToDate(TASK).orElseThrow();
    assertThat(done.written()).containsExactly(app);
    assertThat(done.diagnostics()).hasSize(1).hasSameSizeAs(result.diagnostics());
    Diagnostic again = done.diagnostics().getFirst();
    Diagnostic first = result.diagnostics().getFirst();
    TextStyle style = new TextStyle(true, 80);
    assertThat(again.toText(UnaryOperator.identity(), style))
        .isEqualTo(first.toText(UnaryOperator.identity(), style))
        .contains("unused");
    assertThat(again.toJson()).isEqualTo(first.toJson());
    assertThat(again.range()).isEqualTo(first.range());
    assertThat(again.origin()).isEqualTo(first.origin());
    assertThat(again.edits()).isEqualTo(first.edits());
  }

  @Test
  void aTaskThatDiffersInAnythingIsAnother() throws IOException {
    build(program().build());
    assertThat(program().build().upToDate("other")).isEmpty();
    List<Compilation.Builder> others =
        List.of(
            program().optimization(Optimization.O1),
            program().debugInformation(true),
            program().verify(true),
            program().validity(Validity.STRICT),
            program().output(Output.DIAGNOSTICS),
            program().sourcePath(folder.resolve("src")),
            program().manifestPath(folder.resolve("src")),
            program().manifest("m", folder.resolve("src/m.pink")),
            program().embedSource(true));
    for (Compilation.Builder other : others) {
      assertThat(other.build().upToDate(TASK)).isEmpty();
    }
    assertThat(isUpToDate()).isTrue();
  }

  @Test
  void aChangeOfAnyInputIsSeen() throws IOException {
    build(program().build());
    write("m.pink", "module m;\nexport fn f() -> Integer { return 3; }\n");
    assertThat(isUpToDate()).isFalse();
    build(program().build());
    assertThat(isUpToDate()).isTrue();
    Files.delete(folder.resolve("src/m.pink"));
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void aTextThatIsWrittenAgainAsItWasIsNoChange() throws IOException {
    build(program().build());
    write("main.pink", Files.readString(folder.resolve("src/main.pink")));
    assertThat(isUpToDate()).isTrue();
  }

  @Test
  void aNewFileInAFolderThatIsAnInputIsSeen() throws IOException {
    Compilation.Builder whole =
        Compilation.builder().sources(Sources.directory(folder.resolve("src"))).store(store);
    build(whole.build());
    assertThat(whole.build().upToDate(TASK)).isPresent();
    write("n.pink", "module n;\n");
    assertThat(whole.build().upToDate(TASK)).isEmpty();
  }

  @Test
  void anOutputThatIsGoneChangedOrOfOtherPermissionsIsMadeAgain() throws IOException {
    build(program().build());
    Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(isUpToDate()).isFalse();
    build(program().build());
    assertThat(isUpToDate()).isTrue();
    Files.write(app, new byte[1]);
    assertThat(isUpToDate()).isFalse();
    build(program().build());
    Files.delete(app);
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void anOutputThatAnotherBuildHasReplacedIsMadeAgain() throws IOException {
    build(program().build());
    program().optimization(Optimization.O2).build().run().link(Link.executable(app));
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void filesThatTheCallerWritesArePartOfTheTask() throws IOException {
    CompilationResult result = program().build().run();
    Path beside = Files.writeString(folder.resolve("beside"), "held");
    result.markUpToDate(TASK, Map.of(beside, "held".getBytes()));
    assertThat(isUpToDate()).isTrue();
    Files.writeString(beside, "hold");
    assertThat(isUpToDate()).isFalse();
    result.markUpToDate(TASK, Map.of(beside, "held".getBytes()));
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void aFileThatIsGoneBeforeItIsMarkedIsMadeAgain() throws IOException {
    Path gone = folder.resolve("gone");
    program().build().run().markUpToDate(TASK, Map.of(gone, "held".getBytes()));
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void anOutputThatCannotBeLookedAtIsNoFaultOfTheRun() throws IOException {
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    program().build().run().markUpToDate(TASK, Map.of(loop, "held".getBytes()));
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void aQuestionInAnotherFolderIsAnother() {
    assertThat(TaskRecords.question("build", folder))
        .isNotEqualTo(TaskRecords.question("build", folder.resolve("src")))
        .isEqualTo(TaskRecords.question("build", folder));
  }

  @Test
  void nothingIsKeptOfWhatFilesAndSettingsDoNotDecide() throws IOException {
    Compilation.Builder own =
        program().resolver(request -> ManifestResolver.Answer.notMine()).sourcePath(folder);
    own.build().run().markUpToDate(TASK, Map.of());
    assertThat(own.build().upToDate(TASK)).isEmpty();
    Path main = folder.resolve("src/main.pink");
    Sources shown = Sources.files(main).overlay(main, "fn main() {}\n");
    Compilation.Builder overlaid = Compilation.builder().sources(shown).store(store);
    overlaid.build().run().orThrow().markUpToDate(TASK, Map.of());
    assertThat(overlaid.build().upToDate(TASK)).isEmpty();
    write("main.pink", "fn main() { wrong; }\n");
    program().build().run().markUpToDate(TASK, Map.of());
    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void aTextInMemoryIsPartOfTheTask() {
    Compilation.Builder first =
        Compilation.builder().sources(Sources.text("a.pink", "fn main() {}\n")).store(store);
    assertThat(marked(first.build())).isTrue();
    Compilation.Builder second =
        Compilation.builder().sources(Sources.text("a.pink", "fn main() { }\n")).store(store);
    assertThat(second.build().upToDate(TASK)).isEmpty();
  }

  private static boolean marked(Compilation compilation) {
    compilation.run().orThrow().markUpToDate(TASK, Map.of());
    return compilation.upToDate(TASK).isPresent();
  }

  @Test
  void aRecordOfWhichAnythingIsLostOrDamagedIsNone() throws IOException {
    build(program().build());
    Map<Store.Key, byte[]> all = new HashMap<>(entries);
    int needed = 0;
    for (Store.Key key : all.keySet()) {
      entries.remove(key);
      needed += isUpToDate() ? 0 : 1;
      byte[] damaged = all.get(key).clone();
      damaged[damaged.length / 2] ^= 1;
      entries.put(key, damaged);
      needed += isUpToDate() ? 0 : 1;
      entries.put(key, all.get(key));
      assertThat(isUpToDate()).isTrue();
    }
    // The record, and the text that the warning points into.
    assertThat(needed).isEqualTo(4);
  }

  @Test
  void aSessionMarksWhatItHasRun() throws IOException {
    try (CompilationSession session = program().build().openSession()) {
      CompilationResult first = session.run();
      first.link(Link.executable(app));
      first.markUpToDate(TASK, Map.of());
      assertThat(isUpToDate()).isTrue();
      write("m.pink", "module m;\nexport fn f() -> Integer { return 3; }\n");
      session.run();
      assertThat(isUpToDate()).isFalse();
      first.markUpToDate(TASK, Map.of());
      assertThat(isUpToDate()).isFalse();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aStoreInAFolderIsLeftClosedWhateverWasFound() throws IOException {
    Path kept = folder.resolve("kept");
    Compilation compilation = program(Store.directory(kept, 1 << 24)).build();
    compilation.run().orThrow().markUpToDate(TASK, Map.of());
    Compilation later = program(Store.directory(kept, 1 << 24)).build();
    assertThat(later.upToDate(TASK)).isPresent();
    assertThat(openBelow(kept)).isEmpty();
    assertThat(later.upToDate("another task")).isEmpty();
    assertThat(openBelow(kept)).isEmpty();
  }

  @Test
  void aStoreBelowAnInputIsNotWrittenWhereNothingIsDone() throws Exception {
    Path kept = folder.resolve("src/kept");
    Compilation.Builder whole =
        Compilation.builder()
            .sources(Sources.directory(folder.resolve("src")))
            .store(Store.directory(kept, 1 << 24));
    build(whole.build());
    Thread.sleep(2_100); // until states are believed
    long bytes = bytesBelow(kept);
    assertThat(whole.build().upToDate(TASK)).isPresent();
    assertThat(bytesBelow(kept)).isEqualTo(bytes);
  }

  private static long bytesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static List<Path> openBelow(Path folder) throws IOException {
    List<Path> open = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        // The one that lists them is gone by the time it is looked at.
        if (Files.isSymbolicLink(descriptor)
            && Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath())) {
          open.add(descriptor);
        }
      }
    }
    return open;
  }
}
