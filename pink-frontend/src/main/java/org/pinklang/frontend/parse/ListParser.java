package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import java.util.function.Supplier;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;

/** Reads elements between brackets, separated by commas, with one more comma allowed at the end. */
final class ListParser {
  private final Cursor cursor;
  private final Recovery recovery;

  ListParser(Cursor cursor, Recovery recovery) {
    this.cursor = cursor;
    this.recovery = recovery;
  }

  /** A list with both brackets; the present token is the opening one. */
  <T> List<T> bracketed(byte closer, Supplier<T> element) {
    int opener = cursor.start();
    cursor.advance();
    int mark = cursor.nodes.mark();
    elements(closer, opener, element);
    List<T> elements = cursor.nodes.take(mark);
    cursor.close(closer, opener);
    return elements;
  }

  /** Pushes the elements up to the closing bracket, which is not taken. */
  void elements(byte closer, int opener, Supplier<?> element) {
    if (cursor.at(COMMA)) {
      extraComma();
    }
    while (!cursor.at(closer) && !cursor.at(END) && !cursor.at(ELLIPSIS)) {
      cursor.nodes.push(element.get());
      if (!another(closer, opener)) {
        break;
      }
    }
  }

  /**
   * Whether another element may follow the one just read: takes the comma, and says what is wrong
   * where neither a comma nor the closing bracket stands.
   */
  boolean another(byte closer, int opener) {
    if (cursor.isLost() && !recovery.toListElement(closer)) {
      return false;
    }
    if (cursor.accept(COMMA)) {
      while (cursor.at(COMMA)) {
        extraComma();
      }
      return true;
    }
    if (cursor.at(closer)) {
      return false;
    }
    if (closer == RIGHT_BRACE && missesComma()) {
      return true;
    }
    if (missesCloser()) {
      return false;
    }
    Diagnostic.Builder error =
        cursor
            .here(
                SyntaxCode.EXPECTED_TOKEN,
                "`,` or `" + TokenKind.spelling(closer) + "`",
                cursor.found())
            .secondary(new Span(opener, opener + 1), "in the list that begins here");
    cursor.fail(error);
    return recovery.toListElement(closer) && cursor.accept(COMMA);
  }

  /** Reports a comma missing between fields, or a semicolon in its place, and goes on. */
  private boolean missesComma() {
    boolean semicolon = cursor.at(SEMICOLON);
    byte next = cursor.peek(1);
    boolean field = next == COLON || next == COMMA || next == RIGHT_BRACE;
    if (!semicolon && !(cursor.at(IDENTIFIER) && cursor.beginsLine() && field)) {
      return false;
    }
    int at = cursor.lastEnd();
    Span place = semicolon ? cursor.span(0) : new Span(at, at);
    cursor.report(
        cursor
            .between(SyntaxCode.EXPECTED_TOKEN, "`,`", cursor.found())
            .edit(place, ",", "write a comma"));
    cursor.accept(SEMICOLON);
    return true;
  }

  /** Whether what stands here shows that the list was meant to end. */
  private boolean missesCloser() {
    return switch (cursor.kind) {
      case SEMICOLON, LEFT_BRACE, RIGHT_BRACE, RIGHT_PARENTHESIS, RIGHT_BRACKET, END -> true;
      default -> cursor.beginsLine() && cursor.peek(1) != COMMA;
    };
  }

  private void extraComma() {
    cursor.report(
        cursor
            .here(SyntaxCode.EXTRA_COMMA)
            .edit(new Span(cursor.start(), cursor.end()), "", "leave it out"));
    cursor.advance();
  }

  /** Refuses a comma after the only element of the parentheses just closed. */
  void checkSingle() {
    if (cursor.last() != RIGHT_PARENTHESIS || cursor.peek(-2) != COMMA) {
      return;
    }
    Span comma = cursor.span(-2);
    cursor.reportElsewhere(
        cursor
            .errors
            .at(SyntaxCode.SINGLE_ELEMENT_COMMA, comma.start(), comma.end())
            .note("there are no tuples of one element")
            .edit(comma, "", "leave it out"));
  }
}
