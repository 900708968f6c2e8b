package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command does with manifests, objects and archives. */
class ManifestOptionsTest {
  private static final String B = "module b;\nexport fn f() -> Integer { 3; }\n";

  @TempDir Path folder;

  private String main;
  private String out;

  @BeforeEach
  void writeProgram() throws IOException {
    main = file("main.pink", "import b;\nfn main() -> Integer { b::f(); }\n");
    out = Files.createDirectories(folder.resolve("out")).toString();
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private String out(String name) {
    return folder.resolve("out").resolve(name).toString();
  }

  private CommandRun pink(String... arguments) {
    return CommandRun.in(folder, arguments);
  }

  /**
   * Writes manifest and object of the module that the program imports; its source lies elsewhere.
   */
  private String emitB() throws IOException {
    String source = file("elsewhere/of-b.pink", B);
    assertThat(pink("build", "--emit", "manifest", source, "-o", out)).isEqualTo(quiet());
    assertThat(pink("build", "--emit", "object", source, "-o", out)).isEqualTo(quiet());
    return source;
  }

  private static CommandRun quiet() {
    return new CommandRun(0, "", "");
  }

  @Test
  void manifestAndObjectStandInForASource() throws IOException {
    emitB();
    assertThat(pink("run", main, "--manifest-path", out).status()).isEqualTo(3);
    assertThat(pink("run", main, out("b.pmi")).status()).isEqualTo(3);
    assertThat(pink("run", main, "--manifest", "b=" + out("b.pmi")).status()).isEqualTo(3);
    String program = folder.resolve("program").toString();
    assertThat(pink("build", main, "--manifest-path", out, "-o", program)).isEqualTo(quiet());
    assertThat(Path.of(program)).isExecutable();
    assertThat(pink("check", main, "--manifest-path", out, "--counters").err())
        .contains("outlined: 1\n", "decoded: 1\n");
  }

  @Test
  void theLastManifestForANameCounts() throws IOException {
    String source = emitB();
    String wrong = file("wrong.pink", "module b;\nexport fn f() -> Integer { 4; }\n");
    CommandRun run = pink("run", main, "--manifest", "b=" + wrong, "--manifest", "b=" + source);
    assertThat(run).isEqualTo(new CommandRun(3, "", ""));
  }

  @Test
  void objectsAreInputs() throws IOException {
    emitB();
    assertThat(pink("build", "--emit", "object", main, "--manifest-path", out, "-o", out("main.o")))
        .isEqualTo(quiet());
    assertThat(pink("run", out("main.o"), out("b.o")).status()).isEqualTo(3);
    CommandRun alone = pink("run", out("main.o"));
    assertThat(alone.status()).isEqualTo(1);
    assertThat(alone.err()).contains("error[PK0802]: `b::f` is not defined anywhere", "main.o");
  }

  @Test
  void aMissingObjectIsNamedWithWhoImportsIt() throws IOException {
    emitB();
    Files.delete(Path.of(out("b.o")));
    CommandRun run = pink("run", main, "--manifest-path", out);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "main.pink:1:8: error[PK0806]: the object of `b` is missing; it is needed by main")
        .contains("out/b.o");
  }

  @Test
  void thePolicyDecidesAboutStaleManifests() throws IOException {
    emitB();
    file("b.pink", B + "export fn g() -> Integer { 4; }\n");
    CommandRun content = pink("run", main, "--manifest-path", out);
    assertThat(content.status()).isEqualTo(3);
    assertThat(content.err()).contains("out/b.pmi: warning[PK0711]");
    assertThat(pink("run", main, "--manifest-path", out, "--validate", "ignore"))
        .isEqualTo(new CommandRun(3, "", ""));
    Files.delete(folder.resolve("b.pink"));
    CommandRun strict = pink("check", main, "--manifest-path", out, "--validate", "strict");
    assertThat(strict.status()).isEqualTo(1);
    assertThat(strict.err()).contains("warning[PK0715]", "error[PK0201]");
  }

  @Test
  void anEmbeddedSourceIsEnoughForTheStrictPolicy() throws IOException {
    String source = file("elsewhere/b.pink", B);
    assertThat(pink("build", "--emit", "manifest", "--embed-source", source, "-o", out("b.pmi")))
        .isEqualTo(quiet());
    assertThat(pink("check", main, "--manifest-path", out, "--validate", "strict"))
        .isEqualTo(quiet());
  }

  @Test
  void whatIsDamagedIsAnErrorWhereItIsNamedAndAWarningElsewhere() throws IOException {
    file("b.pink", B);
    file("out/b.pmi", "\u0000");
    CommandRun folders = pink("run", main, "--manifest-path", out);
    assertThat(folders.status()).isEqualTo(3);
    assertThat(folders.err()).contains("out/b.pmi: warning[PK0712]");
    CommandRun named = pink("run", main, "--manifest", "b=" + out("b.pmi"));
    assertThat(named.status()).isEqualTo(1);
    assertThat(named.err()).contains("error[PK0202]", out("b.pmi"));
    CommandRun input = pink("check", main, out("b.pmi"));
    assertThat(input.status()).isEqualTo(1);
    assertThat(input.err()).contains("error[PK0718]", "out/b.pmi");
    file("out/x.o", "no object");
    CommandRun object = pink("run", main, out("x.o"));
    assertThat(object.status()).isEqualTo(1);
    assertThat(object.err()).contains("error[PK0807]", "out/x.o");
  }

  @Test
  void aManifestTakesTheTextOfItsUnitAlone() throws IOException {
    String source =
        file("c.pink", "module c;\nimport none;\nexport fn f(n: Integer) -> none::T;\n");
    assertThat(pink("build", "--emit", "manifest", source, "-o", out)).isEqualTo(quiet());
    assertThat(Path.of(out("c.pmi"))).isNotEmptyFile();
    String broken = file("d.pink", "module d;\nexport var x := 1;\n");
    assertThat(pink("build", "--emit", "manifest", broken, "-o", out).status()).isEqualTo(1);
  }

  @Test
  void wrongOptionsAreSaid() throws IOException {
    assertThat(pink("check", main, "--manifest-path", out("none")).status()).isEqualTo(2);
    assertThat(pink("check", main, "--manifest", "b=" + out("none.pmi")).status()).isEqualTo(2);
    assertThat(pink("check", main, "--manifest", "b c=" + main).err()).contains("`b c` is not");
    assertThat(pink("check", main, "--validate", "never").status()).isEqualTo(2);
    assertThat(pink("check", out("none.o")).err()).contains("there is no file");
  }

  @Test
  void aModuleFoundAsManifestIsMadeFromItsSourceOrIsAnError() throws IOException {
    emitB();
    for (String kind : new String[] {"object", "manifest"}) {
      CommandRun run = pink("build", "--emit", kind, "b", "--manifest-path", out);
      assertThat(run.status()).as(kind).isEqualTo(2);
      assertThat(run.err()).contains("`b` is known by its manifest only");
    }
    String made = Files.createDirectories(folder.resolve("made")).toString();
    String sources = Path.of(file("src/b.pink", B)).getParent().toString();
    for (String kind : new String[] {"object", "manifest"}) {
      assertThat(
              pink(
                  "build",
                  "--emit",
                  kind,
                  "b",
                  "--manifest-path",
                  out,
                  "--source-path",
                  sources,
                  "-o",
                  made + "/"))
          .isEqualTo(quiet());
    }
    assertThat(folder.resolve("made")).isDirectoryContaining("glob:**/b.o");
    assertThat(folder.resolve("made")).isDirectoryContaining("glob:**/b.pmi");
  }

  @Test
  void aSimilarModuleIsSuggestedFromAFolderOfManifests() throws IOException {
    String shapes = file("elsewhere/s.pink", "module shapes;\nexport fn f() -> Nil {}\n");
    assertThat(pink("build", "--emit", "manifest", shapes, "-o", out + "/")).isEqualTo(quiet());
    String user = file("user.pink", "import shape;\nfn main() { shape::f(); }\n");
    assertThat(pink("check", user, "--manifest-path", out).err()).contains("`shapes`");
    CommandRun named = pink("check", "shape", "--manifest-path", out);
    assertThat(named.err())
        .startsWith("shape: error[PK0705]: there is no module `shape`")
        .contains("there is a module `shapes`");
  }

  @Test
  void anObjectThatCannotBeReadIsADamagedOneWhenLinking() throws IOException {
    emitB();
    Files.delete(folder.resolve("out/b.o"));
    Files.createDirectory(folder.resolve("out/b.o"));
    CommandRun run =
        pink("build", main, "--manifest-path", out, "-o", out("program"), "--counters");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("b.o", "cannot be read", "linked: 0\n");
  }

  @Test
  void unitsOfOneBuildAreWrittenToDistinctFiles() throws IOException {
    file("tree/a/prog.pink", "fn f() -> Integer { 1; }\n");
    file("tree/b/prog.pink", "fn f() -> Integer { 2; }\n");
    String tree = folder.resolve("tree").toString();
    assertThat(pink("build", "--emit", "manifest", tree, "-o", out)).isEqualTo(quiet());
    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder("a.prog.pmi", "b.prog.pmi");
    assertThat(pink("scan", "--format", "dyndep", tree).out())
        .contains("build a.prog.o", "build b.prog.o");
    file("tree/a.prog.pink", "fn f() -> Integer { 3; }\n");
    String clash = Files.createDirectories(folder.resolve("clash")).toString();
    CommandRun run = pink("build", "--emit", "manifest", tree, "-o", clash);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("`a.prog`", "`a/prog`", "a.prog.pmi");
    assertThat(folder.resolve("clash")).isEmptyDirectory();
  }

  @Test
  void aFolderMayBeALinkAndIsAnErrorWithoutSources() throws IOException {
    file("tree/m.pink", B.replace("module b", "module m"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("tree"));
    assertThat(pink("check", link.toString(), "--counters").err()).contains("checked: 1\n");
    CommandRun empty = pink("check", out);
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.err()).contains("PK0719", "there is no .pink file in the folder");
  }
}
