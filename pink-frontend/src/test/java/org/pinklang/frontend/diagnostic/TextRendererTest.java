package org.pinklang.frontend.diagnostic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.LineTable;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

class TextRendererTest {
  private static final TextStyle PLAIN = TextStyle.PLAIN;

  @Test
  void theLineOfThePlaceIsShownWithThePlaceUnderlined() {
    SourceText text = SourceText.of("a.pink", "fn main() {\n  x := 1 # 2;\n}\n");
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(21, 22), "`#`").build();
    assertThat(render(error, PLAIN, text))
        .isEqualTo(
            """
            a.pink:2:10: error[PK0102]: no token begins with `#`
              2 |   x := 1 # 2;
                |          ^
            """);
  }

  @Test
  void placesInTextsThatAreNotAtHandAreShownWithLineAndColumn() {
    SourceText here = SourceText.of("a.pink", "x := f();\n");
    SourceText away = SourceText.of("m.pink", "module m;\n// größer\nfn /* ö */ f() {}\n");
    int name = away.text(0, away.length()).getBytes(UTF_8).length - "f() {}\n".length();
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(5, 6), "`f`")
            .secondary("m.pink", new Span(name, name + 1), "declared here")
            .build();
    SourceNames names =
        new SourceNames(
            Map.of("a.pink", here), Map.of("m.pink", LineTable.of(away)), file -> "lib/" + file);
    assertThat(new TextRenderer(names, PLAIN).render(error))
        .isEqualTo(
            """
            lib/a.pink:1:6: error[PK0102]: no token begins with `f`
              1 | x := f();
                |      ^
            in lib/m.pink:3:12:
                = declared here
            """);
    assertThat(new JsonRenderer(names).render(error)).contains("lib/m.pink:3:12: declared here");
  }

  @Test
  void labelsNotesAndEditsFollow() {
    SourceText text = SourceText.of("a.pink", "fn f() {\n\n\n  x := (1 + 2;\n}\n");
    Diagnostic error =
        Diagnostic.of(SyntaxCode.UNCLOSED, "a.pink", new Span(24, 25), ")", "`;`")
            .label("here")
            .secondary(new Span(18, 19), "this bracket is still open")
            .secondary(new Span(7, 8), "in this function")
            .note("a note")
            .edit(new Span(24, 24), ")", "close it")
            .build();
    assertThat(render(error, PLAIN, text))
        .isEqualTo(
            """
            a.pink:4:14: error[PK0139]: expected `)`, found `;`
              1 | fn f() {
                |        - in this function
                …
              4 |   x := (1 + 2;
                |              ^ here
                |        - this bracket is still open
                = note: a note
                = edit: close it
              4 |   x := (1 + 2);
                |              +
            """);
  }

  @Test
  void aPlaceInAnotherFileHasAHeadOfItsOwn() {
    SourceText one = SourceText.of("a.pink", "import b;\n");
    SourceText two = SourceText.of("b.pink", "module c;\n");
    Diagnostic error =
        Diagnostic.of(SyntaxCode.LATE_IMPORT, "a.pink", new Span(0, 6))
            .secondary("b.pink", new Span(7, 8), "declared here")
            .build();
    assertThat(render(error, PLAIN, one, two))
        .isEqualTo(
            """
            a.pink:1:1: error[PK0151]: imports come before every other declaration
              1 | import b;
                | ^^^^^^
            in b.pink:1:8:
              1 | module c;
                |        - declared here
            """);
  }

  @Test
  void underlinesFollowTheCellsOfTabsWideAndJoinedCharacters() {
    String line = "\tx := \"日本e\u0301\" 5;";
    SourceText text = SourceText.of("a.pink", line);
    int five = line.substring(0, line.indexOf('5')).getBytes(StandardCharsets.UTF_8).length;
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(five, five + 1), "`5`")
            .build();
    assertThat(render(error, PLAIN, text))
        .isEqualTo(
            """
            a.pink:1:14: error[PK0102]: no token begins with `5`
              1 |     x := "日本e\u0301" 5;
                |                  ^
            """);
  }

  @Test
  void columnsAreCountedAsAsked() {
    String line = "\"😀\" 5";
    SourceText text = SourceText.of("a.pink", line);
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(7, 8), "`5`").build();
    assertThat(render(error, PLAIN, text)).startsWith("a.pink:1:5: ");
    assertThat(render(error, new TextStyle(false, 100, ColumnUnit.UTF16), text))
        .startsWith("a.pink:1:6: ");
    assertThat(render(error, new TextStyle(false, 100, ColumnUnit.UTF8), text))
        .startsWith("a.pink:1:8: ");
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    String line = "a".repeat(200) + "#" + "b".repeat(200);
    SourceText text = SourceText.of("a.pink", line);
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(200, 201), "`#`").build();
    String shown = render(error, new TextStyle(false, 50), text);
    assertThat(shown.lines().skip(1)).allMatch(shownLine -> shownLine.length() <= 50);
    List<String> lines = shown.lines().toList();
    assertThat(lines.get(1)).contains("…").contains("#");
    assertThat(lines.get(1).indexOf('#')).isEqualTo(lines.get(2).indexOf('^'));
  }

  @Test
  void controlCharactersOfTheSourceNeverReachTheTerminal() {
    SourceText text = SourceText.of("a.pink", "\u001B[31m \u202E # \u0007");
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(0, 1), "`#`").build();
    assertThat(render(error, PLAIN, text)).doesNotContain("\u001B", "\u202E", "\u0007");
  }

  @Test
  void coloursAreLeftOutUnlessAskedFor() {
    SourceText text = SourceText.of("a.pink", "#");
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(0, 1), "`#`").build();
    assertThat(render(error, PLAIN, text)).doesNotContain("\u001B");
    assertThat(render(error, new TextStyle(true, 100), text))
        .contains("\u001B[1;31merror[PK0102]:\u001B[0m");
  }

  @Test
  void aPlaceOverSeveralLinesIsUnderlinedToTheEndOfItsFirst() {
    SourceText text = SourceText.of("a.pink", "ab\ncd\n");
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "a.pink", new Span(1, 5), "`b`").build();
    assertThat(render(error, PLAIN, text)).contains("  1 | ab\n    |  ^…\n");
  }

  @Test
  void aTextThatIsNotAtHandLeavesTheHead() {
    Diagnostic error =
        Diagnostic.of(SyntaxCode.STRAY_CHARACTER, "gone.pink", new Span(1, 5), "`b`").build();
    assertThat(render(error, PLAIN))
        .isEqualTo("gone.pink: error[PK0102]: no token begins with `b`\n");
  }

  private static String render(Diagnostic diagnostic, TextStyle style, SourceText... texts) {
    Map<String, SourceText> named =
        Arrays.stream(texts).collect(toMap(SourceText::logicalName, text -> text));
    return new TextRenderer(new SourceNames(named, file -> file), style).render(diagnostic);
  }
}
