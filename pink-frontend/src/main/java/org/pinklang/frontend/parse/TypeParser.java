package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.tree.TypeTree.PointerKind;

/** Types and the module names before {@code ::}. */
final class TypeParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final ListParser lists;

  TypeParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.lists = new ListParser(grammar.cursor, grammar.recovery);
  }

  /** A type; where none begins, the parser is lost. */
  TypeTree type() {
    return switch (cursor.kind) {
      case IDENTIFIER -> named();
      case STAR, LEFT_PARENTHESIS, LEFT_BRACKET, FN -> nested();
      default -> missing();
    };
  }

  /** The result type after {@code ->}, null where there is no arrow. */
  @Nullable TypeTree result() {
    return cursor.accept(ARROW) ? type() : null;
  }

  private TypeTree nested() {
    int start = cursor.start();
    if (!grammar.nesting.enter()) {
      return new TypeTree.Malformed(start, cursor.endFrom(start));
    }
    TypeTree type =
        switch (cursor.kind) {
          case STAR -> pointer(start);
          case LEFT_PARENTHESIS -> parenthesized(start);
          case LEFT_BRACKET -> array(start);
          default -> function(start);
        };
    grammar.nesting.leave();
    return type;
  }

  private TypeTree named() {
    int start = cursor.start();
    ModuleName qualifier = qualifier();
    Identifier name = grammar.names.name("a type");
    return new TypeTree.Named(qualifier, name, start, cursor.endFrom(start));
  }

  private TypeTree pointer(int start) {
    cursor.advance();
    PointerKind kind = PointerKind.PLAIN;
    if (cursor.accept(QUESTION)) {
      kind = PointerKind.NULLABLE;
    } else if (cursor.at(LEFT_BRACKET) && cursor.peek(1) == RIGHT_BRACKET) {
      cursor.advance();
      cursor.advance();
      kind = PointerKind.SLICE;
    }
    TypeTree target = type();
    return new TypeTree.Pointer(kind, target, start, cursor.endFrom(start));
  }

  private TypeTree parenthesized(int start) {
    List<TypeTree> elements = lists.bracketed(RIGHT_PARENTHESIS, this::type);
    if (elements.size() > 1) {
      return new TypeTree.Tuple(elements, start, cursor.endFrom(start));
    }
    if (elements.isEmpty()) {
      if (!cursor.isLost()) {
        cursor.reportElsewhere(
            cursor
                .errors
                .at(SyntaxCode.EMPTY_PARENTHESES, start, cursor.lastEnd(), "type", "Nil")
                .edit(new Span(start, cursor.endFrom(start)), "Nil", "write `Nil`"));
      }
      return new TypeTree.Malformed(start, cursor.endFrom(start));
    }
    lists.checkSingle();
    return elements.get(0);
  }

  private TypeTree array(int start) {
    cursor.advance();
    if (cursor.at(RIGHT_BRACKET)) {
      return unpointedSlice(start);
    }
    if (cursor.at(INTEGER) && cursor.peek(1) == RIGHT_BRACKET) {
      return foreignArray(start);
    }
    TypeTree element = type();
    Expression length;
    if (cursor.expect(SEMICOLON, " and the length of the array")) {
      length = grammar.expressions.freely();
    } else {
      length = new Expression.Malformed(cursor.lastEnd(), cursor.lastEnd());
      grammar.recovery.toListElement(RIGHT_BRACKET);
    }
    cursor.close(RIGHT_BRACKET, start);
    return new TypeTree.Array(element, length, start, cursor.endFrom(start));
  }

  /** {@code [4]T}, which is written {@code [T; 4]}. */
  private TypeTree foreignArray(int start) {
    String length = cursor.string();
    cursor.report(
        cursor
            .here(SyntaxCode.EXPECTED_TYPE, cursor.found())
            .note("an array of " + length + " elements is `[T; " + length + "]`"));
    cursor.advance();
    cursor.advance();
    type();
    return new TypeTree.Malformed(start, cursor.endFrom(start));
  }

  /** {@code []T}, which lacks its star. */
  private TypeTree unpointedSlice(int start) {
    cursor.report(
        cursor
            .errors
            .at(SyntaxCode.SLICE_WITHOUT_STAR, start, cursor.end())
            .edit(new Span(start, start), "*", "write the `*`"));
    cursor.advance();
    TypeTree element = type();
    return new TypeTree.Pointer(PointerKind.SLICE, element, start, cursor.endFrom(start));
  }

  private TypeTree function(int start) {
    cursor.advance();
    if (!cursor.at(LEFT_PARENTHESIS)) {
      cursor.expect(LEFT_PARENTHESIS, " after `fn`");
      return new TypeTree.Malformed(start, cursor.endFrom(start));
    }
    List<TypeTree> parameters = lists.bracketed(RIGHT_PARENTHESIS, this::parameter);
    TypeTree result = result();
    return new TypeTree.Function(parameters, result, start, cursor.endFrom(start));
  }

  private TypeTree parameter() {
    if (cursor.at(IDENTIFIER) && cursor.peek(1) == COLON) {
      int start = cursor.start();
      cursor.report(cursor.here(SyntaxCode.NAMED_PARAMETER_TYPE));
      cursor.advance();
      cursor.advance();
      if (cursor.at(COMMA) || cursor.at(RIGHT_PARENTHESIS)) {
        return new TypeTree.Malformed(start, cursor.endFrom(start));
      }
    }
    return type();
  }

  private TypeTree missing() {
    int at = cursor.start();
    if (cursor.at(QUESTION)) {
      return misplacedMark("*?", "a pointer that may be nil is `*?T`");
    }
    if (cursor.at(AMPERSAND)) {
      return misplacedMark("*", "a pointer is `*T`");
    }
    if (TokenKind.isReservedWord(cursor.kind) || isKeywordInPlaceOfName()) {
      Identifier name = grammar.names.name("a type");
      return new TypeTree.Malformed(name.start(), name.end());
    }
    cursor.fail(cursor.between(SyntaxCode.EXPECTED_TYPE, cursor.found()));
    return new TypeTree.Malformed(at, at);
  }

  private boolean isKeywordInPlaceOfName() {
    return TokenKind.isKeyword(cursor.kind)
        && !Recovery.beginsStatement(cursor.kind)
        && !Margin.alwaysDeclares(cursor.kind);
  }

  private TypeTree misplacedMark(String replacement, String note) {
    int start = cursor.start();
    cursor.report(
        cursor
            .here(SyntaxCode.EXPECTED_TYPE, cursor.found())
            .note(note)
            .edit(new Span(start, cursor.end()), replacement, "write `" + replacement + "`"));
    while (cursor.at(QUESTION) || cursor.at(AMPERSAND)) {
      cursor.advance();
    }
    type();
    return new TypeTree.Malformed(start, cursor.endFrom(start));
  }

  // Qualifiers.

  /** The module name before {@code ::} with the colons; null where none stands here. */
  @Nullable ModuleName qualifier() {
    byte next = cursor.peek(1);
    if (next != DOUBLE_COLON && (next != DOT || !isDottedQualifier())) {
      return null;
    }
    ModuleName name = grammar.names.moduleName();
    cursor.advance();
    return name;
  }

  private boolean isDottedQualifier() {
    int i = 1;
    while (cursor.peek(i) == DOT && cursor.peek(i + 1) == IDENTIFIER) {
      i += 2;
    }
    return cursor.peek(i) == DOUBLE_COLON;
  }
}
