package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;

/** An editor's questions about the texts of a finished build. */
class UnitQueriesTest {
  private static final String LIBRARY =
      """
      // Boxes.
      module lib.boxes;
      export import lib.kinds;
      // How large.
      export struct Box { width: Integer, /* Up. */ height: Integer }
      export fn area(box: Box) -> Integer { box.width * box.height }
      export const most: Integer := 8;
      """;

  private static final String KINDS =
      """
      module lib.kinds;
      export union Kind { round: Float, flat }
      """;

  private static final String PROGRAM =
      """
      // Größe.
      import lib.boxes { Box };
      fn main() -> Integer {
        box := Box { width: 1, height: boxes::most };
        kind := boxes::Kind.round(1.0);
        match (kind) { round(r) => { _ := r; } else => {} }
        box.area() + box.width;
      }
      """;

  @Test
  void answersAreTheSameForManifestsAndForSources() {
    CompilationResult source =
        run(
            Map.of("lib/boxes.pink", LIBRARY, "lib/kinds.pink", KINDS, "main.pink", PROGRAM),
            ManifestResolver.singleThreaded());
    List<Manifest> manifests =
        source.manifests().stream()
            .filter(manifest -> !manifest.module().isEmpty())
            .map(manifest -> Manifest.fromBytes(manifest.toBytes()))
            .toList();
    CompilationResult stored =
        run(
            Map.of("main.pink", PROGRAM),
            ManifestResolver.inMemory(manifests).orElse(ManifestResolver.singleThreaded()));

    assertThat(stored.diagnostics()).isEmpty();
    SourceText text = SourceText.of("main.pink", PROGRAM);
    assertThat(answers(text, stored)).isEqualTo(answers(text, source));
    assertThat(answers(text, stored))
        .anyMatch(answer -> answer.contains("lib/boxes.pink:6:11"))
        .anyMatch(answer -> answer.contains("lib/kinds.pink:2:21"));
  }

  @Test
  void aTextThatIsNewerThanTheBuildIsAnsweredAsItIs() {
    CompilationResult built =
        run(Map.of("lib/boxes.pink", LIBRARY, "lib/kinds.pink", KINDS, "main.pink", PROGRAM));
    String edited =
        PROGRAM.replace("  box.area() + box.width;", "  lid := box;\n  lid.")
            + "fn added() -> Float { 1.0 }\n";
    UnitQueries queries = queries(SourceText.of("main.pink", edited), built);

    int offset = queries.offset(8, 7, ColumnUnit.CODE_POINT);
    assertThat(queries.completions(offset, List.of()).items())
        .extracting(CompletionItem::name)
        .containsExactly("width", "height", "area");
    assertThat(queries.symbol(offset - 2)).map(Symbol::detail).hasValue("lid: lib.boxes::Box");
    assertThat(queries.outline()).extracting(OutlineEntry::name).containsExactly("main", "added");
  }

  @Test
  void placesAreCountedInCharacters() {
    String program = "fn f(s: *[]Byte) -> Integer { /* ü */ s.length; }\n";
    CompilationResult built = run(Map.of("main.pink", program));
    UnitQueries queries = queries(SourceText.of("main.pink", program), built);

    int offset = queries.offset(1, 39, ColumnUnit.CODE_POINT);
    Symbol symbol = queries.symbol(offset).orElseThrow();
    assertThat(symbol.detail()).isEqualTo("s: *[]Byte");
    assertThat(queries.references(symbol))
        .extracting(Reference::range)
        .containsExactly(
            new SourceRange("main.pink", 1, 6, 1, 7), new SourceRange("main.pink", 1, 39, 1, 40));
    assertThat(queries.type(offset)).map(TypedRange::type).hasValue("*[]Byte");
  }

  @Test
  void modulesToImportAreThoseOfTheBuildAndThoseTheCallerKnows() {
    CompilationResult built =
        run(Map.of("lib/boxes.pink", LIBRARY, "lib/kinds.pink", KINDS, "main.pink", "import lib."));
    UnitQueries queries = queries(SourceText.of("main.pink", "import lib."), built);

    assertThat(queries.completions(11, List.of("lib.other", "app")).items())
        .extracting(CompletionItem::insertText)
        .containsExactly("boxes", "kinds", "other");
  }

  private static List<String> answers(SourceText text, CompilationResult built) {
    UnitQueries queries = queries(text, built);
    return IntStream.rangeClosed(0, text.length())
        .mapToObj(offset -> answer(queries, offset))
        .toList();
  }

  private static String answer(UnitQueries queries, int offset) {
    Optional<Symbol> symbol = queries.symbol(offset);
    return offset
        + " "
        + symbol.map(Symbol::hover)
        + symbol.map(Symbol::kind)
        + symbol.flatMap(queries::definition)
        + symbol.map(queries::references)
        + queries.type(offset)
        + queries.completions(offset, List.of());
  }

  private static UnitQueries queries(SourceText text, CompilationResult built) {
    return UnitQueries.of(text, built.built(), DataModel.BITS_64);
  }

  private static CompilationResult run(Map<String, String> texts) {
    return run(texts, ManifestResolver.singleThreaded());
  }

  private static CompilationResult run(Map<String, String> texts, ManifestResolver resolver) {
    return Compilation.builder()
        .sources(Sources.texts(texts))
        .resolver(resolver)
        .output(Output.DIAGNOSTICS)
        .build()
        .run();
  }
}
