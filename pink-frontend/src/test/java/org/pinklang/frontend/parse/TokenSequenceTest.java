package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

class TokenSequenceTest {
  private static final String TEXT = "module a;\nfn f(x: Integer) { x+1; } // end\n";
  private static final String LAID_OUT =
      "\uFEFFmodule a ; // new\r\n\n fn f ( x : Integer ) /* c */ {\n  x + 1;\n}\n\n";

  private static TokenSequence of(String text) {
    return TokenSequence.of(SourceText.of("a.pink", text));
  }

  @Test
  void blanksAndCommentsDoNotCount() {
    assertThat(of(TEXT).hash()).isEqualTo(of(LAID_OUT).hash());
  }

  @Test
  void everyTokenCounts() {
    assertThat(of(TEXT).hash())
        .isNotEqualTo(of(TEXT.replace("x+1", "x+2")).hash())
        .isNotEqualTo(of(TEXT.replace("x+1", "x +- 1")).hash())
        .isNotEqualTo(of(TEXT.replace("a;", "a;;")).hash());
  }

  @Test
  void tokensAreNotRunTogether() {
    assertThat(of("a b").hash()).isNotEqualTo(of("ab").hash());
    assertThat(of("> >").hash()).isNotEqualTo(of(">>").hash());
  }

  @Test
  void aPlaceInATokenIsFoundInAnotherLayout() {
    TokenSequence before = of(TEXT);
    TokenSequence after = of(LAID_OUT);
    byte[] bytes = SourceText.of("a.pink", LAID_OUT).bytes();
    for (String token : new String[] {"module", "fn", "Integer", "x+1", "}"}) {
      int start = TEXT.indexOf(token);
      int found = after.offset(before.anchor(start).orElseThrow());
      assertThat((char) bytes[found]).as(token).isEqualTo(token.charAt(0));
    }
  }

  @Test
  void theEndOfATokenIsNotTheStartOfTheNext() {
    TokenSequence before = of(TEXT);
    TokenSequence after = of(LAID_OUT);
    int plus = TEXT.indexOf('+');
    int start = after.offset(before.anchor(plus).orElseThrow());
    int end = after.offset(before.anchorOfEnd(plus).orElseThrow());
    assertThat(before.isBetweenTokens(plus)).isTrue();
    assertThat(end).isEqualTo(start - 1);
  }

  @Test
  void aPlaceInABlankHasNoAnchor() {
    assertThat(of(TEXT).anchor(TEXT.indexOf("// end") + 2)).isEqualTo(OptionalLong.empty());
  }

  @Test
  void theEndOfTheTextIsAPlaceToo() {
    long anchor = of(TEXT).anchor(TEXT.length()).orElseThrow();
    assertThat(of(LAID_OUT).offset(anchor)).isEqualTo(SourceText.of("a.pink", LAID_OUT).length());
  }

  @Test
  void theHashOfARangeIsThatOfItsTokens() {
    SourceText one = SourceText.of("a.pink", "fn f() { 1; }\nfn g() { 2; }");
    SourceText other = SourceText.of("a.pink", "fn  f( ) { 3; }\nfn g()\n{ 2; }");
    TokenSequence first = TokenSequence.of(one);
    TokenSequence second = TokenSequence.of(other);
    assertThat(first.hash(new Span(14, one.length())))
        .isEqualTo(second.hash(new Span(16, other.length())));
    assertThat(first.hash(new Span(0, 13))).isNotEqualTo(second.hash(new Span(0, 15)));
  }
}
