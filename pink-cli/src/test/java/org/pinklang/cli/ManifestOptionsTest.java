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
}
