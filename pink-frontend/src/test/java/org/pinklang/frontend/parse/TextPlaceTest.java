package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.frontend.source.SourceText;

/** What is around a place; {@code |} stands for it. */
class TextPlaceTest {

  private static TextPlace place(String marked) {
    int offset = marked.indexOf('|');
    return TextPlace.at(SourceText.of("a.pink", marked.replace("|", "")), offset);
  }

  @ParameterizedTest
  @CsvSource({
    "x|,CODE",
    "// x|,COMMENT",
    "/|/,COMMENT",
    "/* x */|,CODE",
    "/* x |*/,COMMENT",
    "/* x |,COMMENT",
    "'\"a|b\"',LITERAL",
    "'\"ab\"|',CODE",
    "'\"ab|',LITERAL",
    "12|,LITERAL",
    "1.|5,LITERAL",
    "t.0|,LITERAL"
  })
  void aPlaceIsInCodeACommentOrALiteral(String marked, TextPlace.Kind kind) {
    assertThat(place(marked).kind()).isEqualTo(kind);
  }

  @Test
  void theWordIsWhatTheCaretTouches() {
    assertThat(place("a na|me b").word().start()).isEqualTo(2);
    assertThat(place("a na|me b").word().end()).isEqualTo(6);
    assertThat(place("a + | b").word().start()).isEqualTo(4);
    assertThat(place("a + | b").word().end()).isEqualTo(4);
  }

  @Test
  void tokensBeforeTheWordAreToldNearestFirst() {
    assertThat(place("if (a == \"s\") b|").before()).containsExactly(")", "\"s\"", "==", "a");
    assertThat(place("a\n|").sameLine()).isFalse();
    assertThat(place("a |").sameLine()).isTrue();
    assertThat(place("|").previous()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x + a.b.|,4",
    "f(a.b(1).|c,2",
    "'f(a, b[i].|',5",
    "m::|n,0",
    "a.m::f(x)!.|,0",
    "x + |y,4",
    "(a).|b,0",
    ").|,0"
  })
  void theOperandIsWhatTheWordGoesOn(String marked, int start) {
    assertThat(place(marked).operandStart()).isEqualTo(start);
  }
}
