package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.SourceText;

/** No text drives the parser to the end of its stack. */
class NestingTest {
  private static final int ENOUGH = 1_000;
  private static final int TOO_MUCH = 1_000_000;
  private static final int SMALL_STACK = 512 << 10;

  /**
   * A construct around itself.
   *
   * @param before what opens one level
   * @param core what stands innermost
   * @param after what closes one level
   */
  record Nest(String head, String before, String core, String after, String tail) {
    static Nest value(String before, String core, String after) {
      return new Nest("x := ", before, core, after, ";");
    }

    static Nest term(String before, String core, String after) {
      return new Nest("fn f() { ", before, core, after, " }");
    }

    static Nest type(String before, String after) {
      return new Nest("fn f(x: ", before, "T", after, ") {}");
    }

    SourceText text(int levels) {
      return SourceText.of(
          "nest.pink", head + before.repeat(levels) + core + after.repeat(levels) + tail);
    }

    SourceText unclosed(int levels) {
      return SourceText.of("nest.pink", head + before.repeat(levels));
    }

    @Override
    public String toString() {
      return head + before + "…" + after + tail;
    }
  }

  static Stream<Nest> nests() {
    return Stream.of(
        Nest.value("(", "1", ")"),
        Nest.value("(1, ", "1", ")"),
        Nest.value("[", "1", "]"),
        Nest.value("[", "1", "; 2]"),
        Nest.value("[0; ", "1", "]"),
        Nest.value("f(", "1", ")"),
        Nest.value("f(1, ", "1", ")"),
        Nest.value("a[", "1", "]"),
        Nest.value("a[..", "1", "]"),
        Nest.value("-(", "1", ")"),
        Nest.value("-f(", "1", ")"),
        Nest.value("1 + (", "1", ")"),
        Nest.value("a or b and c == d < e & f << g + h * -(", "1", ") as T"),
        Nest.value("P { x: ", "1", " }"),
        Nest.value("{ ", "1;", " }"),
        Nest.value("{ x := ", "1", "; x; }"),
        Nest.value("if (a) { ", "1;", " }"),
        Nest.value("if (", "a", ") { 1; }"),
        Nest.value("if (a) { 1; } else { ", "1;", " }"),
        Nest.value("match (", "a", ") {}"),
        Nest.value("match (u) { a => { ", "1;", " } }"),
        Nest.value("match (u) { else => { ", "1;", " } }"),
        Nest.value("size_of([T; ", "1", "])"),
        Nest.value("(x = ", "1", ")"),
        Nest.term("{", "", "}"),
        Nest.term("{ ", "1;", " }"),
        Nest.term("if (a) { ", "", " }"),
        Nest.term("if (a) {} else { ", "", " }"),
        Nest.term("while (a) { ", "", " }"),
        new Nest("fn f() { while (", "if (", "a", ") { b; }", ") {} }"),
        Nest.term("for i in 0..1 { ", "", " }"),
        Nest.term("for x in { ", "a;", " } {}"),
        Nest.term("match (u) { a => { ", "", " } }"),
        Nest.term("x := { ", "1;", " };"),
        Nest.term("return { ", "1;", " };"),
        Nest.type("*", ""),
        Nest.type("*?", ""),
        Nest.type("*[]", ""),
        Nest.type("(", ")"),
        Nest.type("(T, ", ")"),
        Nest.type("[", "; 1]"),
        Nest.type("fn(", ")"),
        Nest.type("fn() -> ", ""),
        new Nest("fn f() -> ", "*", "T", "", " {}"),
        new Nest("struct S { x: ", "*", "T", "", " }"),
        new Nest("fn f() { x: ", "fn() -> ", "T", "", " := y; }"),
        new Nest("x := y as ", "*", "T", "", ";"));
  }

  @ParameterizedTest
  @MethodSource("nests")
  void aThousandLevelsAreFine(Nest nest) {
    ParseResult result = parse(nest.text(ENOUGH));
    assertThat(result.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("nests")
  void aMillionLevelsAreReportedOnce(Nest nest) {
    ParseResult result = parse(nest.text(TOO_MUCH));
    assertThat(result.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(SyntaxCode.NESTED_TOO_DEEPLY);
  }

  @ParameterizedTest
  @MethodSource("nests")
  void aMillionLevelsNobodyClosesEndWithFewErrors(Nest nest) {
    ParseResult result = parse(nest.unclosed(TOO_MUCH));
    assertThat(result.diagnostics()).hasSizeBetween(1, 3);
    assertThat(result.diagnostics())
        .extracting(Diagnostic::code)
        .contains(SyntaxCode.NESTED_TOO_DEEPLY);
  }

  @ParameterizedTest
  @MethodSource("nests")
  void anOutlineNeedsLittleStack(Nest nest) {
    for (int levels : List.of(50, ENOUGH, TOO_MUCH)) {
      ParseResult result =
          StackBound.run(SMALL_STACK, () -> Parser.parseOutline(nest.text(levels)));
      assertThat(result.diagnostics()).isEmpty();
      boolean inBody = nest.head().startsWith("fn f() {");
      assertThat(result.incomplete()).isEqualTo(levels > 50 && !inBody);
    }
  }

  @ParameterizedTest
  @MethodSource("nests")
  void aHeadScanNeedsLittleStack(Nest nest) {
    SourceText text = nest.text(TOO_MUCH);
    HeadScan scan = StackBound.run(SMALL_STACK, () -> HeadScanner.scan(text));
    assertThat(scan.diagnostics()).isEmpty();
  }

  /** Things without braces that would nest if they were right. */
  @ParameterizedTest
  @MethodSource("wrongNests")
  void aMillionLevelsOfWrongTextAreReported(String level) {
    SourceText text = SourceText.of("nest.pink", "fn f() { " + level.repeat(TOO_MUCH) + "x; }");
    assertThat(parse(text).diagnostics()).isNotEmpty();
  }

  static Stream<String> wrongNests() {
    return Stream.of(
        "if (a) ",
        "while (a) ",
        "for i in 0..1 ",
        "if a ",
        "else ",
        "else if (a) ",
        "fn g() { ",
        "match (u) a ",
        "return ",
        "? ",
        "x: ?",
        "x: []",
        "x: [3]",
        ") ",
        "] ",
        "} ",
        ", ",
        "; ",
        "( ",
        "[ ",
        "{ a: ",
        "p!==",
        "x := ",
        "++",
        "&&",
        "..",
        "a::",
        "_ => ",
        "\"");
  }

  private static ParseResult parse(SourceText text) {
    return StackBound.run(Parser.STACK_BYTES, () -> Parser.parse(text));
  }
}
