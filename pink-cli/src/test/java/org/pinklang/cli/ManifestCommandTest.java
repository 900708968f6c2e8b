package org.pinklang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.api.Compilation;
import org.pinklang.api.Manifest;
import org.pinklang.api.ManifestFormatException;
import org.pinklang.api.Output;
import org.pinklang.api.Sources;
import picocli.CommandLine;

class ManifestCommandTest {
  private static final String SHAPES =
      """
      // Shapes.
      module shapes;
      export import :round;

      // A point.
      export struct Point { x: Float, y: Float }
      export fn length(of: *Point) -> Float { 1.0; }
      fn helper() { 1; }
      """;
  private static final String ROUND = "module shapes:round;\nexport const pi: Float := 3.14;\n";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private CommandRun run(String... arguments) {
    return CommandRun.in(folder, arguments);
  }

  private static Manifest manifest(String text) {
    return Compilation.builder()
        .sources(Sources.text("unit.pink", text))
        .output(Output.OWN_MANIFESTS)
        .build()
        .run()
        .manifests()
        .get(0);
  }

  private String binary(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, manifest(text).toBytes()).toString();
  }

  @Test
  void theManifestOfASourceIsShownAsText() throws IOException {
    CommandRun run = run("manifest", "show", file("anywhere.pink", SHAPES));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("// Shapes.\nmanifest shapes;\n@kind(primary-interface)\n@source(\"")
        .contains("export import :round;\n\n// A point.\nexport struct Point {\n")
        .endsWith("\nexport fn length(of: *Point) -> Float;\n\nfn helper;\n");
  }

  @Test
  void sourceBinaryAndTextShowTheSame() throws IOException {
    String shown = run("manifest", "show", file("shapes.pink", SHAPES)).out();
    assertThat(run("manifest", "show", binary("out/shapes.pmi", SHAPES)).out()).isEqualTo(shown);
    assertThat(run("manifest", "show", file("shapes.manifest", shown)).out()).isEqualTo(shown);
    assertThat(Manifest.fromPinkText(shown).interfaceHash())
        .isEqualTo(manifest(SHAPES).interfaceHash());
  }

  @Test
  void positionsAreShownWhereAskedFor() throws IOException {
    String source = file("shapes.pink", SHAPES);
    CommandRun run = run("manifest", "show", "--positions", source);
    assertThat(run.out()).contains("@at(6:1-6:43, 6:15-6:20)\nexport struct Point {");
    String binary = binary("out/shapes.pmi", SHAPES);
    assertThat(run("manifest", "show", "--positions", binary).out()).isEqualTo(run.out());
  }

  @Test
  void theViewOfLlvmHasOneDeclareForEachExportedFunction() throws IOException {
    CommandRun run = run("manifest", "show", "--llvm", file("shapes.pink", SHAPES));
    assertThat(run.status()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("declare")))
        .containsExactly("declare double @_PM6shapesEF6length(ptr)");
    CommandRun both = run("manifest", "show", "--llvm", "--positions", "shapes.pink");
    assertThat(both.status()).isEqualTo(2);
  }

  @Test
  void aModuleIsFoundAsAnImportedOneIs() throws IOException {
    file("lib/shapes.pink", SHAPES);
    file("lib/shapes-round.pink", ROUND);
    String path = folder.resolve("lib").toString();
    assertThat(run("manifest", "show", "shapes", "--source-path", path).out())
        .contains("manifest shapes;");
    assertThat(run("manifest", "show", "shapes:round", "--source-path", path).out())
        .contains("manifest shapes:round;", "export const pi: Float := 3.14;");
  }

  @Test
  void aModuleIsFoundOnTheManifestPath() throws IOException {
    binary("out/shapes.pmi", SHAPES);
    binary("out/shapes-round.pmi", ROUND);
    String path = folder.resolve("out").toString();
    CommandRun module = run("manifest", "show", "shapes", "--manifest-path", path);
    assertThat(module.err()).isEmpty();
    assertThat(module.out()).contains("manifest shapes;");
    assertThat(run("manifest", "show", "shapes:round", "--manifest-path", path).out())
        .contains("manifest shapes:round;");
  }

  @Test
  void aStandardModuleHasAManifestToo() {
    assertThat(run("manifest", "show", "std.io").out()).contains("manifest std.io;");
  }

  @Test
  void whatHasErrorsIsNotShown() throws IOException {
    CommandRun source = run("manifest", "show", file("a.pink", "module a;\nexport fn f( {}"));
    assertThat(source.status()).isEqualTo(1);
    assertThat(source.out()).isEmpty();
    assertThat(source.err()).contains("a.pink:2:");

    String content = "manifest a;\nexport fn f() -> Integer { 1; }\n";
    CommandRun text = run("manifest", "show", file("a.manifest", content));
    assertThat(text.status()).isEqualTo(1);
    assertThat(text.out()).isEmpty();
    assertThat(text.err()).contains("a.manifest:2:26: error[PK0191]");

    Path damaged = Path.of(binary("a.pmi", "module a; export fn f() -> Nil {}"));
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    CommandRun binary = run("manifest", "show", damaged.toString());
    assertThat(binary.status()).isEqualTo(1);
    assertThat(binary.err()).startsWith("a.pmi: error[PK0718]");
    CommandRun json = run("manifest", "show", damaged.toString(), "--diagnostics", "json");
    assertThat(json.err()).startsWith("{\"code\":\"PK0718\"").hasLineCount(1);
  }

  @Test
  void countersAndTraceAreThoseOfTheSource() throws IOException {
    String source = file("shapes.pink", SHAPES);
    Path trace = folder.resolve("trace.json");
    CommandRun run = run("manifest", "show", source, "--counters", "--trace", trace.toString());
    assertThat(run.err()).contains("outlined: 1\n");
    assertThat(trace).content().contains("shapes");
  }

  @Test
  void aWrongCommandEndsWith2() throws IOException {
    for (List<String> words :
        List.of(
            List.of("manifest"),
            List.of("manifest", "show"),
            List.of("manifest", "show", "missing.pmi"),
            List.of("manifest", "show", "no/such"),
            List.of("manifest", "show", "-x-"),
            List.of("manifest", "show", folder.toString()),
            List.of("manifest", "diff", file("a.pink", "module a;")),
            List.of("manifest", "diff", file("a.pink", "module a;"), file("b.pink", "module b;")),
            List.of(
                "manifest",
                "diff",
                file("a.pink", "module a;"),
                file("a.pink", "module a;"),
                "--counters"),
            List.of("manifest", "show", binary("c.pmi", "module c;"), "--counters"),
            List.of("manifest", "explain"))) {
      CommandRun run = run(words.toArray(String[]::new));
      assertThat(run.status()).as(words.toString()).isEqualTo(2);
      assertThat(run.err()).as(words.toString()).startsWith("pink: ");
    }
  }

  @Test
  void aModuleThatIsNotThereIsAnError() {
    CommandRun run = run("manifest", "show", "no.such.module");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no.such.module");
  }

  @Test
  void diffSaysWhatChangedAndTheVerdict() throws IOException {
    String older = file("old.pink", "module m; export fn f() -> Nil {}");
    String newer = file("new.pink", "module m; export fn f() -> Nil {} export fn g() -> Nil {}");
    assertThat(run("manifest", "diff", older, newer))
        .isEqualTo(
            new CommandRun(
                0,
                """
                minor  g: export added
                       + export fn g() -> Nil;
                       Importers can use `g` now; nobody's use changes.

                verdict: minor
                """,
                ""));
    CommandRun removed = run("manifest", "diff", newer, older);
    assertThat(removed.status()).isZero();
    assertThat(removed.out()).contains("major  g: export removed").endsWith("verdict: major\n");
    assertThat(run("manifest", "diff", "--exit-code", newer, older).status()).isEqualTo(1);
    assertThat(run("manifest", "diff", "--exit-code", older, newer).status()).isZero();
  }

  @Test
  void diffTakesManifestsOfEveryForm() throws IOException {
    String binary = binary("old.pmi", SHAPES);
    String text = file("new.manifest", manifest(SHAPES).toPinkText());
    assertThat(run("manifest", "diff", binary, text).out()).endsWith("verdict: patch\n");
  }

  @Test
  void aTextIsTakenWhereAManifestIs() throws IOException {
    String text =
        """
        manifest shapes;
        export struct Point { x: Float, y: Float }
        export const origin: Point := Point { x: 0.0, y: 0.0 };
        export fn length(of: *Point) -> Float;
        """;
    String shapes = file("out/shapes.pmi", text);
    String right =
        "import shapes;\nfn main() -> Nil { p := shapes::origin; shapes::length(&p); }\n";
    String wrong = "import shapes;\nfn main() { shapes::length(1); }\n";
    String folderOfManifests = folder.resolve("out").toString();
    assertThat(run("check", file("a.pink", right), "--manifest", "shapes=" + shapes))
        .isEqualTo(new CommandRun(0, "", ""));
    assertThat(run("check", file("a.pink", right), "--manifest-path", folderOfManifests).status())
        .isZero();
    CommandRun mistaken = run("check", file("a.pink", wrong), "--manifest-path", folderOfManifests);
    assertThat(mistaken.status()).isEqualTo(1);
    assertThat(mistaken.err()).contains("a.pink:2:");
  }

  @Test
  void helpTellsOfBothCommands() {
    assertThat(run("manifest", "--help").out()).contains("show", "diff", "pink manifest show");
    assertThat(run("manifest", "show", "--help").out()).contains("FILE|MODULE", "--llvm");
    assertThat(run("--help").out()).contains("manifest");
  }

  @Test
  void damageThatIsFoundLateIsNoBugOfTheCompiler() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            stream,
            stream,
            InputStream.nullInputStream(),
            Map.of(),
            folder,
            false,
            Optional.empty());
    CommandLine command = PinkCommand.commandLine(console);
    ManifestFormatException damage =
        catchThrowableOfType(
            ManifestFormatException.class, () -> Manifest.fromBytes(new byte[] {1, 2, 3}));
    int status =
        new Failures(console)
            .handleExecutionException(damage, command, command.parseArgs("targets"));
    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("pink: this is no manifest")
        .doesNotContain("bug");
  }
}
