package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command keeps for its next run, and what it says about that. */
class StoreCommandTest {
  private static final String MODULE = "module m;\nexport fn f(x: Integer) -> Integer { x / 2; }\n";

  @TempDir Path folder;
  @TempDir Path cache;

  private String source;
  private String made;

  @BeforeEach
  void writeProgram() throws IOException {
    source = Files.createDirectory(folder.resolve("src")).toString();
    made = folder.resolve("made").toString();
    Files.writeString(
        folder.resolve("src/main.pink"), "import m;\n\nfn main() -> Integer { m::f(6); }\n");
    write(MODULE);
  }

  private void write(String module) throws IOException {
    Files.writeString(folder.resolve("src/m.pink"), module);
  }

  private CommandRun build(String... options) {
    String[] words = new String[options.length + 5];
    words[0] = "build";
    words[1] = source;
    words[2] = "-o";
    words[3] = made;
    words[4] = "--counters";
    System.arraycopy(options, 0, words, 5, options.length);
    return CommandRun.withCache(folder, cache, words);
  }

  private static List<String> counts(CommandRun run) {
    return run.err()
        .lines()
        .filter(line -> line.matches("(checked|compiled|reused|linked): .*"))
        .toList();
  }

  @Test
  void whatOneRunMadeTheNextOneTakesFromTheUsersCache() {
    assertThat(counts(build()))
        .containsExactly("checked: 2", "compiled: 2", "reused: 0", "linked: 1");
    assertThat(counts(build()))
        .containsExactly("checked: 0", "compiled: 0", "reused: 2", "linked: 0");
    assertThat(cache.resolve("packs/pink-store")).exists();
    assertThat(CommandRun.withCache(folder, cache, "run", source).status()).isEqualTo(3);
  }

  @Test
  void theStoreMayBeAnyFolder() {
    String store = folder.resolve("of/this/project").toString();
    assertThat(build("--store", store).err()).doesNotContain("note");
    assertThat(counts(build("--store", store))).contains("reused: 2");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void withoutAStoreNothingIsKeptOrTaken() {
    build();
    CommandRun second = build("--no-store", "--why");
    assertThat(counts(second))
        .containsExactly("checked: 2", "compiled: 2", "reused: 0", "linked: 1");
    assertThat(second.err())
        .contains("pink: everything was made: nothing of this is kept, or there is no store\n");
  }

  @Test
  void aStoreThatCannotBeUsedIsToldOnceAndTheProgramIsBuilt() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    CommandRun run = build("--store", file.toString());
    assertThat(run.status()).isZero();
    assertThat(run.err().lines().filter(line -> line.startsWith("pink: note: ")))
        .singleElement()
        .asString()
        .contains("`" + file + "`");
    assertThat(file).hasContent("mine");
    assertThat(new ProcessBuilder(made).start().waitFor()).isEqualTo(3);
    assertThat(build("--store", file.toString(), "-q").err()).doesNotContain("note");
    assertThat(build("--store", file.toString(), "--diagnostics", "json").err())
        .doesNotContain("note");
  }

  @Test
  void whatContradictsItselfIsAWrongCommand() {
    CommandRun run = build("--store", "x", "--no-store");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("pink: --store and --no-store contradict each other");
  }

  @Test
  void whyNamesTheChangedDeclarationAndTheUseThatReadsIt() throws IOException {
    assertThat(CommandRun.withCache(folder, cache, "check", source, "--why").err())
        .isEqualTo(
            """
            src/m.pink: checked: it was not built before with these options
            src/main.pink: checked: it was not built before with these options
            """);
    assertThat(CommandRun.withCache(folder, cache, "check", source, "--why").err())
        .isEqualTo("pink: nothing was checked or compiled again\n");
    write("module m;\nexport fn f(x: Integer32) -> Integer { 2; }\n");
    assertThat(CommandRun.withCache(folder, cache, "check", source, "--why").err())
        .contains(
            """
            src/main.pink: checked
              src/main.pink:3:27: the signature of `m::f` changed
                before: fn f(Integer) -> Integer
                now:    fn f(Integer32) -> Integer
            """);
  }

  @Test
  void verifyFindsNoDifferenceAndWritesNothing() throws IOException {
    build();
    Files.delete(folder.resolve("made"));
    CommandRun run =
        CommandRun.withCache(folder, cache, "verify", source, "-O1", "-o", made, "--counters");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(counts(run)).contains("compiled: 2");
    assertThat(counts(CommandRun.withCache(folder, cache, "verify", source, "--counters")))
        .contains("reused: 2");
    assertThat(folder.resolve("made")).doesNotExist();
    write("module m;\nexport fn f(x: Integer) -> Integer { true; }\n");
    run = CommandRun.withCache(folder, cache, "verify", source);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("src/m.pink:2:38: error").doesNotContain("pink: ");
  }

  @Test
  void verifyRefusesWhatCannotBeLinked() throws IOException {
    write(
        "module m;\nextern fn not_there() -> Integer;\n"
            + "export fn f(x: Integer) -> Integer { not_there(); }\n");
    CommandRun run = CommandRun.withCache(folder, cache, "verify", source);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("not_there");
  }

  @Test
  void whatLlvmWouldParseIsMadeEachTime() {
    for (int i = 0; i < 2; i++) {
      CommandRun run =
          CommandRun.withCache(
              folder, cache, "build", source, "--emit", "llvm", "-o", made, "--why", "--counters");
      assertThat(run.status()).as(run.err()).isZero();
      assertThat(counts(run)).contains("compiled: 2");
      assertThat(run.err()).contains("nothing of this is kept");
    }
  }
}
