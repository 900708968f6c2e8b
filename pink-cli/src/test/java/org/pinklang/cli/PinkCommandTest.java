package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinkCommandTest {
  private static final char ESCAPE = '\u001b';

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void runEndsWithTheStatusOfTheProgram() throws IOException {
    CommandRun run = CommandRun.in(folder, "run", file("a.pink", "fn main() -> Integer { 42; }"));
    assertThat(run).isEqualTo(new CommandRun(42, "", ""));
  }

  @Test
  void runGivesTheProgramWhatFollowsTheDashes() throws IOException {
    String program =
        file("a.pink", "fn main(words: *[]*[]Byte) -> Integer { words.length + words[2].length; }");
    assertThat(CommandRun.in(folder, "run", program, "--", "-O9", "--help").status()).isEqualTo(9);
  }

  @Test
  void runShowsAPanicAndEndsWith101() throws IOException {
    CommandRun run = CommandRun.in(folder, "run", file("a.pink", "fn main() { panic(\"no\"); }"));
    assertThat(run).isEqualTo(new CommandRun(101, "", "panic: no at a.pink:1:13\n"));
  }

  @Test
  void runEndsWithTheStatusGivenToExit() throws IOException {
    String program = file("a.pink", "import std.process;\nfn main() { process::exit(7); }");
    assertThat(CommandRun.in(folder, "run", program).status()).isEqualTo(7);
  }

  @Test
  void standardInputCanBeTheSource() {
    assertThat(CommandRun.withInput(folder, "fn main() -> Byte { 5; }", "run", "-").status())
        .isEqualTo(5);
  }

  @Test
  void aFolderIsEveryFileBelowIt() throws IOException {
    file("src/main.pink", "import util.two;\nfn main() -> Integer { two::value(); }");
    file("src/util/two.pink", "module util.two;\nexport fn value() -> Integer { 2; }");
    assertThat(CommandRun.in(folder, "run", path("src")).status()).isEqualTo(2);
  }

  @Test
  void checkShowsEveryMistakeAndMakesNothing() throws IOException {
    String program = file("a.pink", "fn main() -> Integer { x; }\nfn f() -> Integer { true; }");
    CommandRun run = CommandRun.in(folder, "check", program);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("a.pink:1:24: error[PK0301]", "a.pink:2:21: error[PK0401]");
    assertThat(folder.toFile().list()).containsExactly("a.pink");
  }

  @Test
  void jsonDiagnosticsAreOneObjectALine() throws IOException {
    String program = file("a.pink", "\nfn main() -> Integer { x; }");
    CommandRun run = CommandRun.in(folder, "check", program, "--diagnostics", "json");
    List<String> lines = run.err().lines().toList();
    assertThat(lines).hasSize(1);
    JsonObject diagnostic = JsonParser.parseString(lines.getFirst()).getAsJsonObject();
    assertThat(diagnostic.keySet())
        .containsExactly(
            "code",
            "severity",
            "message",
            "file",
            "line",
            "column",
            "endLine",
            "endColumn",
            "notes",
            "edits");
    assertThat(diagnostic.get("line").getAsInt()).isEqualTo(2);
    assertThat(diagnostic.get("column").getAsInt()).isEqualTo(24);
    assertThat(diagnostic.get("endColumn").getAsInt()).isEqualTo(25);
    assertThat(diagnostic.get("file").getAsString()).isEqualTo("a.pink");
  }

  @Test
  void warningsDoNotKeepAProgramFromRunningAndCanBeHidden() throws IOException {
    String program = file("a.pink", "fn main() -> Integer { x := 1; 3; }");
    CommandRun run = CommandRun.in(folder, "run", program);
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("warning").contains("`x` is never used");
    assertThat(CommandRun.in(folder, "run", "-q", program).err()).isEmpty();
  }

  @Test
  void coloursAreForTerminalsUnlessTheUserSaysOtherwise() throws IOException {
    String program = file("a.pink", "fn main() -> Integer { x; }");
    assertThat(CommandRun.in(folder, "check", program).err()).doesNotContain("" + ESCAPE);
    assertThat(CommandRun.in(folder, "check", "--color", "always", program).err())
        .contains("" + ESCAPE);
    assertThat(CommandRun.onTerminal(folder, Map.of(), "check", program).err())
        .contains("" + ESCAPE);
    assertThat(CommandRun.onTerminal(folder, Map.of("NO_COLOR", "1"), "check", program).err())
        .doesNotContain("" + ESCAPE);
  }

  @Test
  void buildMakesAProgramThatRunsWithNothingInItsEnvironment() throws Exception {
    String program =
        file("a.pink", "import std.io;\nfn main() -> Integer { io::print(\"hi\"); 4; }");
    String made = path("made");
    assertThat(CommandRun.in(folder, "build", program, "-O2", "-o", made))
        .isEqualTo(new CommandRun(0, "", ""));
    ProcessBuilder builder = new ProcessBuilder(made);
    builder.environment().clear();
    Process process = builder.start();
    assertThat(process.getInputStream().readAllBytes()).asString().isEqualTo("hi");
    assertThat(process.waitFor()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"object", "asm", "llvm", "bitcode"})
  void buildMakesOneFileForEachInput(String kind) throws IOException {
    String one = file("src/m/one.pink", "module m.one;\nexport fn f() -> Integer { 1; }");
    String part = file("src/m/one-p.pink", "implement m.one:p;\nfn g() -> Integer { 1; }");
    CommandRun run = CommandRun.in(folder, "build", one, part, "--emit", kind, "-o", path("made"));
    assertThat(run).isEqualTo(new CommandRun(0, "", ""));
    String suffix = Map.of("object", "o", "asm", "s", "llvm", "ll", "bitcode", "bc").get(kind);
    assertThat(folder.resolve("made").toFile().list())
        .containsExactlyInAnyOrder("m.one." + suffix, "m.one-p." + suffix);
  }

  @Test
  void aMissingMainIsAnErrorOfMakingAnExecutableOnly() throws IOException {
    String program =
        file(
            "a.pink", "fn helper() -> Integer { 1; }\nx: Integer := helper2;\nconst helper2 := 3;");
    assertThat(CommandRun.in(folder, "check", program).status()).isZero();
    CommandRun build = CommandRun.in(folder, "build", program, "-o", path("made"));
    assertThat(build.status()).isEqualTo(1);
    assertThat(build.err()).contains("main");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void countersSayWhatWasDone() throws IOException {
    file("b.pink", "module b;\nexport fn f() -> Integer { 1; }");
    String program = file("a.pink", "import b;\nfn main() -> Integer { b::f(); }");
    CommandRun run = CommandRun.in(folder, "build", program, "-o", path("made"), "--counters");
    assertThat(run.err())
        .contains("scanned: 2\n", "parsed: 2\n", "checked: 2\n", "compiled: 2\n", "linked: 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "biuld",
        "build",
        "build no.pink",
        "run no/such/file",
        "check a.pink --frobnicate",
        "build a.pink -O7",
        "build a.pink --emit poem",
        "build a.pink --emit object --whole-program",
        "run a.pink -j 0",
        "run a.pink --target pdp11-unix",
        "run a.pink --source-path nowhere",
        "explain",
        "explain PK9999",
        "run a.o",
        "run 1+1",
      })
  void aWrongCommandSaysWhyInAFewLinesAndEndsWith2(String command) throws IOException {
    file("a.pink", "fn main() { }");
    String[] words =
        command.isEmpty() ? new String[0] : command.replace("a.pink", path("a.pink")).split(" ");
    CommandRun run = CommandRun.in(folder, words);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("pink: ").doesNotContain("\tat ", "Exception");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(5);
  }

  @Test
  void demangleTurnsLinkageNamesBackAndLeavesOthersAlone() {
    assertThat(CommandRun.in(folder, "demangle", "_PM4math6vectorEF3dot", "main", "_PMEV1x"))
        .isEqualTo(new CommandRun(0, "math.vector::dot\nmain\nx\n", ""));
  }

  @Test
  void explainShowsTheSentenceAndTheExampleOfACode() {
    CommandRun run = CommandRun.in(folder, "explain", "PK0131");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("PK0131").contains("For example:");
  }

  @Test
  void scanDescribesUnitsForBuildSystems() throws IOException {
    file("b.pink", "module b;\nexport fn f() -> Integer { 1; }");
    String program = file("a.pink", "import b;\nfn main() -> Integer { b::f(); }");
    JsonObject json =
        JsonParser.parseString(CommandRun.in(folder, "scan", program).out()).getAsJsonObject();
    assertThat(json.get("version").getAsInt()).isEqualTo(1);
    assertThat(json.getAsJsonArray("rules").toString()).contains("\"logical-name\":\"b\"");
    assertThat(CommandRun.in(folder, "scan", "--format", "dot", program).out())
        .startsWith("digraph");
  }

  @Test
  void everyCommandHasHelpThatShowsHowItIsUsed() {
    for (String command :
        List.of(
            "build",
            "run",
            "check",
            "verify",
            "scan",
            "demangle",
            "explain",
            "targets",
            "completion")) {
      CommandRun help = CommandRun.in(folder, command, "--help");
      assertThat(help.status()).as(command).isZero();
      assertThat(help.out()).as(command).startsWith("Usage: pink " + command);
    }
  }

  @Test
  void completionIsAScriptThatKnowsTheCommands() {
    CommandRun run = CommandRun.in(folder, "completion", "bash");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("complete ", "demangle");
  }
}
