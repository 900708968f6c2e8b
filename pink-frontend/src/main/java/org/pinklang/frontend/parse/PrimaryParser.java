package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Expression.FieldValue;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.TypeTree;

/** Literals, names and what stands in brackets of its own. */
final class PrimaryParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final ListParser lists;
  private final Supplier<FieldValue> field = this::fieldValue;

  PrimaryParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.lists = new ListParser(grammar.cursor, grammar.recovery);
  }

  /** A primary expression; where none begins, the parser is lost. */
  Expression primary() {
    return switch (cursor.kind) {
      case IDENTIFIER -> named();
      case INTEGER, FLOAT, INDEX, CHARACTER, STRING, UNTERMINATED, TRUE, FALSE, NIL -> literal();
      case MALFORMED_NUMBER -> malformedNumber();
      case LEFT_PARENTHESIS, LEFT_BRACKET -> nested();
      case LEFT_BRACE -> grammar.branches.block();
      case IF -> grammar.branches.conditional();
      case MATCH -> grammar.branches.match();
      default -> missing();
    };
  }

  private Expression literal() {
    int start = cursor.start();
    int end = cursor.end();
    byte[] bytes = cursor.bytes;
    Literal literal =
        switch (cursor.kind) {
          case FLOAT -> new Literal.FloatLiteral(Literals.number(bytes, start, end), start, end);
          case CHARACTER -> new Literal.CharacterLiteral(character(start, end), start, end);
          case STRING, UNTERMINATED ->
              new Literal.StringLiteral(Literals.quoted(bytes, start, end), start, end);
          case TRUE -> new Literal.BooleanLiteral(true, start, end);
          case FALSE -> new Literal.BooleanLiteral(false, start, end);
          case NIL -> new Literal.NilLiteral(start, end);
          default ->
              new Literal.IntegerLiteral(
                  cursor.string(), Literals.integer(bytes, start, end), start, end);
        };
    cursor.advance();
    return literal;
  }

  private Expression malformedNumber() {
    int start = cursor.start();
    cursor.advance();
    return new Expression.Malformed(start, cursor.endFrom(start));
  }

  private int character(int start, int end) {
    String value = Literals.quoted(cursor.bytes, start, end);
    return value.isEmpty() ? 0 : value.charAt(0);
  }

  // Names.

  private Expression named() {
    int start = cursor.start();
    ModuleName qualifier = grammar.types.qualifier();
    if (qualifier == null && cursor.peek(1) == LEFT_PARENTHESIS && isSizeOf()) {
      return sizeOf(start);
    }
    Identifier name = name(qualifier);
    Expression.Path path = new Expression.Path(qualifier, name, start, cursor.endFrom(start));
    return cursor.at(LEFT_BRACE) && !cursor.isLost() && holdsFields() ? structLiteral(path) : path;
  }

  private Identifier name(@Nullable ModuleName qualifier) {
    if (qualifier != null) {
      return grammar.names.name("a name of the module");
    }
    if (cursor.isWord(0, "_") && cursor.peek(1) != ASSIGN) {
      cursor.report(cursor.here(SyntaxCode.DISCARD_AS_NAME, "a value"));
    }
    return cursor.takeName();
  }

  private boolean isSizeOf() {
    return cursor.isWord(0, "size_of") || cursor.isWord(0, "align_of");
  }

  private Expression sizeOf(int start) {
    boolean alignment = cursor.isWord(0, "align_of");
    cursor.advance();
    int opener = cursor.start();
    cursor.advance();
    TypeTree type = grammar.types.type();
    if (cursor.isLost()) {
      grammar.recovery.toListElement(RIGHT_PARENTHESIS);
    }
    cursor.close(RIGHT_PARENTHESIS, opener);
    return new Expression.SizeOf(alignment, type, start, cursor.endFrom(start));
  }

  /** Whether the brace after a name begins the fields of a literal. */
  private boolean holdsFields() {
    if (!grammar.expressions.allowsLiterals()) {
      return grammar.recovery.looksLikeFieldsBeforeBlock();
    }
    return !cursor.beginsLine()
        || cursor.peek(1) == RIGHT_BRACE
        || grammar.recovery.looksLikeFields();
  }

  private Expression structLiteral(Expression.Path path) {
    boolean allowed = grammar.expressions.allowsLiterals();
    if (!grammar.nesting.enter()) {
      return new Expression.Malformed(path.start(), cursor.endFrom(path.start()));
    }
    int brace = cursor.start();
    List<FieldValue> fields = lists.bracketed(RIGHT_BRACE, field);
    grammar.nesting.leave();
    int end = cursor.lastEnd();
    if (!allowed) {
      cursor.reportElsewhere(
          cursor
              .errors
              .at(SyntaxCode.LITERAL_IN_FOR, path.start(), Math.max(end, brace))
              .edit(new Span(path.start(), path.start()), "(", "put it in parentheses")
              .edit(new Span(end, end), ")", "put it in parentheses"));
    }
    return new Expression.StructLiteral(path, fields, path.start(), end);
  }

  private FieldValue fieldValue() {
    int start = cursor.start();
    Identifier name = grammar.names.name("a field");
    Expression value;
    if (!cursor.isLost() && cursor.expect(COLON, " and the value of the field")) {
      value = grammar.expressions.enclosed();
    } else {
      value = new Expression.Malformed(cursor.lastEnd(), cursor.lastEnd());
    }
    return new FieldValue(name, value, start, cursor.endFrom(start));
  }

  // Brackets.

  private Expression nested() {
    int start = cursor.start();
    if (!grammar.nesting.enter()) {
      return new Expression.Malformed(start, cursor.endFrom(start));
    }
    Expression expression = cursor.at(LEFT_PARENTHESIS) ? parenthesized(start) : array(start);
    grammar.nesting.leave();
    return expression;
  }

  private Expression parenthesized(int start) {
    List<Expression> elements = lists.bracketed(RIGHT_PARENTHESIS, grammar.expressions.element);
    int end = cursor.lastEnd();
    if (elements.size() > 1) {
      return new Expression.Tuple(elements, start, end);
    }
    if (elements.isEmpty()) {
      cursor.reportElsewhere(
          cursor
              .errors
              .at(SyntaxCode.EMPTY_PARENTHESES, start, end, "value", "nil")
              .edit(new Span(start, end), "nil", "write `nil`"));
      return new Expression.Malformed(start, end);
    }
    lists.checkSingle();
    return new Expression.Parenthesized(elements.get(0), start, end);
  }

  private Expression array(int start) {
    cursor.advance();
    if (cursor.accept(RIGHT_BRACKET)) {
      return new Expression.Array(List.of(), start, cursor.endFrom(start));
    }
    int mark = cursor.nodes.mark();
    if (cursor.at(COMMA)) {
      lists.elements(RIGHT_BRACKET, start, grammar.expressions.element);
    } else {
      Expression first = grammar.expressions.enclosed();
      if (cursor.at(SEMICOLON) && (!cursor.isLost() || cursor.last() == LEFT_BRACKET)) {
        return repeated(start, first);
      }
      cursor.nodes.push(first);
      if (lists.another(RIGHT_BRACKET, start)) {
        lists.elements(RIGHT_BRACKET, start, grammar.expressions.element);
      }
    }
    List<Expression> elements = cursor.nodes.take(mark);
    cursor.close(RIGHT_BRACKET, start);
    return new Expression.Array(elements, start, cursor.endFrom(start));
  }

  private Expression repeated(int start, Expression element) {
    cursor.recover();
    cursor.advance();
    Expression length = grammar.expressions.enclosed();
    if (cursor.isLost()) {
      grammar.recovery.toListElement(RIGHT_BRACKET);
    }
    cursor.close(RIGHT_BRACKET, start);
    return new Expression.RepeatedArray(element, length, start, cursor.endFrom(start));
  }

  // Errors.

  private Diagnostic.Builder expectedExpression() {
    Diagnostic.Builder error = cursor.between(SyntaxCode.EXPECTED_EXPRESSION, cursor.found());
    boolean afterBlock = cursor.last() == RIGHT_BRACE && TokenKind.level(cursor.kind) >= 0;
    return afterBlock
        ? error.note("a term that begins with a block ends at its `}`; put it in parentheses")
        : error;
  }

  private Expression missing() {
    int at = cursor.start();
    byte kind = cursor.kind;
    if (TokenKind.isReservedWord(kind)) {
      Identifier name = grammar.names.name("a value");
      return new Expression.Malformed(name.start(), name.end());
    }
    switch (kind) {
      case RETURN, BREAK, CONTINUE, WHILE, FOR, VAR, CONST ->
          cursor.fail(cursor.between(SyntaxCode.TERM_AS_EXPRESSION, TokenKind.spelling(kind)));
      default -> cursor.fail(expectedExpression());
    }
    return new Expression.Malformed(at, at);
  }
}
