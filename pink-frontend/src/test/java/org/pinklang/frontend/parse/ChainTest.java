package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.SourceText;

/** Chains are lists, not nests: their length needs no stack. */
class ChainTest {
  private static final int LONG = 100_000;
  private static final int TOO_LONG = 600_000;
  private static final int SMALL_STACK = 512 << 10;

  record Chain(String first, String link, String last) {
    SourceText text(int length) {
      return SourceText.of("chain.pink", first + link.repeat(length) + last);
    }

    @Override
    public String toString() {
      return link;
    }
  }

  static Stream<Chain> chains() {
    return Stream.of(
        new Chain("x := 1", " + 1", ";"),
        new Chain("x := a", " * b + c", ";"),
        new Chain("x := a", " and b", ";"),
        new Chain("x := f", "(1)", ";"),
        new Chain("x := a", ".b", ";"),
        new Chain("x := a", ".0", ";"),
        new Chain("x := a", "[1]", ";"),
        new Chain("x := a", "!", ";"),
        new Chain("x := a", ".f(1)[2]!", ";"),
        new Chain("x := ", "-", "1;"),
        new Chain("x := ", "!", "a;"),
        new Chain("x := ", "*", "a;"),
        new Chain("x := ", "& ", "a;"),
        new Chain("x := a", " as T", ";"),
        new Chain("x := ", "a = ", "1;"),
        new Chain("x := if (a) {}", " else if (a) {}", ";"));
  }

  static Stream<Chain> lists() {
    return Stream.of(
        new Chain("fn f() { ", "x; ", "}"),
        new Chain("fn f() { ", "{} ", "}"),
        new Chain("fn f() { f(", "x, ", "x); }"),
        new Chain("x := [", "1, ", "1];"),
        new Chain("", "fn f() {} ", ""),
        new Chain("import a", ".b", ";"),
        new Chain("x := a", ".a", "::b;"),
        new Chain("", "import a; ", ""),
        new Chain("struct S { ", "x: T, ", "}"),
        new Chain("union U { ", "x, ", "}"),
        new Chain("fn f(u: U) { match (u) { ", "a => {} ", "} }"));
  }

  @ParameterizedTest
  @MethodSource({"chains", "lists"})
  void aHundredThousandElementsAreFineOnASmallStack(Chain chain) {
    SourceText text = chain.text(LONG);
    ParseResult result = StackBound.run(SMALL_STACK, () -> Parser.parse(text));
    assertThat(result.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("chains")
  void aChainThatIsTooLongIsReportedOnce(Chain chain) {
    SourceText text = chain.text(TOO_LONG);
    ParseResult result = StackBound.run(SMALL_STACK, () -> Parser.parse(text));
    assertThat(result.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(SyntaxCode.CHAIN_TOO_LONG);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void listsHaveNoLimit(Chain list) {
    SourceText text = list.text(TOO_LONG);
    ParseResult result = StackBound.run(SMALL_STACK, () -> Parser.parse(text));
    assertThat(result.diagnostics()).isEmpty();
  }
}
