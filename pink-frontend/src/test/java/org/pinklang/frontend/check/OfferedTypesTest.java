package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.FrontEnd;

/** A use of a declaration whose type is not written suggests the type that its unit inferred. */
class OfferedTypesTest {
  private static final String USER = "implement m;\nfn _use() -> Nil { _ := %s; }\n";

  @Test
  void theResultOfAFunctionIsWrittenBeforeItsBody() {
    assertThat(mended("module m;\nfn answer() { (1, 2.5); }\n", "answer()"))
        .isEqualTo("module m;\nfn answer() -> (Integer, Float) { (1, 2.5); }\n");
  }

  @Test
  void theTypeOfAGlobalIsWrittenAfterItsName() {
    assertThat(mended("module m;\nvar counts := [1, 2];\n", "counts"))
        .isEqualTo("module m;\nvar counts: [Integer; 2] := [1, 2];\n");
  }

  @Test
  void errorsElsewhereInTheDeclaringUnitDoNotMatter() {
    assertThat(mended("module m;\nfn answer() { 42; }\nfn f() -> Nil { none; }\n", "answer()"))
        .contains("fn answer() -> Integer {");
  }

  @Test
  void nothingIsSuggestedWhereNothingCanBeInferred() {
    assertThat(edits("module m;\nfn answer() { none; }\n", "answer()")).isEmpty();
  }

  /** The text of the declaring unit once the suggestion is followed. */
  private static String mended(String declaring, String use) {
    List<SuggestedEdit> edits = edits(declaring, use);
    assertThat(edits).hasSize(1);
    SuggestedEdit edit = edits.get(0);
    assertThat(edit.file()).isEqualTo("m.pink");
    return declaring.substring(0, edit.span().start())
        + edit.replacement()
        + declaring.substring(edit.span().end());
  }

  private static List<SuggestedEdit> edits(String declaring, String use) {
    List<SourceText> texts =
        List.of(
            SourceText.of("m.pink", declaring), SourceText.of("m+use.pink", USER.formatted(use)));
    return FrontEnd.diagnostics(texts).stream()
        .filter(diagnostic -> diagnostic.code() == ModuleCode.TYPE_NOT_WRITTEN)
        .flatMap(diagnostic -> diagnostic.edits().stream())
        .toList();
  }
}
