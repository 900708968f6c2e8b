package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;

/** The terms of a block. */
final class TermParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final ListParser lists;

  TermParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.lists = new ListParser(grammar.cursor, grammar.recovery);
  }

  /** One term with its semicolon. */
  Term term() {
    int start = cursor.start();
    return switch (cursor.kind) {
      case IDENTIFIER -> isBinding(cursor.peek(1)) ? local(start) : evaluation(start);
      case LEFT_BRACE, IF, MATCH -> blockLike(start);
      case WHILE -> whileLoop(start);
      case FOR -> forLoop(start);
      case RETURN -> returned(start);
      case BREAK, CONTINUE -> jump(start);
      case VAR, CONST -> local(start);
      case LEFT_PARENTHESIS -> bindsNames() ? local(start) : evaluation(start);
      default -> other(start);
    };
  }

  private Term other(int start) {
    if (cursor.at(SEMICOLON)) {
      straySemicolon();
      return new Term.Malformed(start, cursor.endFrom(start));
    }
    if (cursor.at(ELSE)) {
      return strayElse(start);
    }
    if (grammar.recovery.isLeftOver()) {
      cursor.failSilently();
      return new Term.Malformed(start, start);
    }
    if (grammar.recovery.atDeclaration() && !(cursor.at(FN) && cursor.peek(1) != IDENTIFIER)) {
      return nestedDeclaration(start);
    }
    boolean word = TokenKind.isKeyword(cursor.kind) || TokenKind.isReservedWord(cursor.kind);
    return word && isBinding(cursor.peek(1)) ? local(start) : evaluation(start);
  }

  private static boolean isBinding(byte kind) {
    return kind == BIND || kind == COLON;
  }

  private Term evaluation(int start) {
    Expression expression = grammar.expressions.value();
    cursor.semicolon("an expression");
    return new Term.Evaluation(expression, start, cursor.endFrom(start));
  }

  private Term blockLike(int start) {
    Expression expression = grammar.primaries.primary();
    int end = cursor.lastEnd();
    cursor.optionalSemicolon();
    return new Term.Evaluation(expression, start, end);
  }

  // Locals.

  /** Whether names in parentheses stand here that a binding follows. */
  private boolean bindsNames() {
    int i = 1;
    while (cursor.peek(i) == IDENTIFIER) {
      i++;
      if (cursor.peek(i) == COMMA) {
        i++;
      }
    }
    return cursor.peek(i) == RIGHT_PARENTHESIS && isBinding(cursor.peek(i + 1));
  }

  private Term local(int start) {
    BindingKind kind = bindingKind();
    List<Identifier> names;
    if (cursor.at(LEFT_PARENTHESIS)) {
      names =
          lists.bracketed(RIGHT_PARENTHESIS, () -> grammar.names.nameOrDiscard("a local variable"));
      checkNames(names);
    } else {
      names = List.of(grammar.names.nameOrDiscard("a local variable"));
    }
    TypeTree type = cursor.isLost() ? null : writtenType();
    Expression initializer = initializer();
    cursor.semicolon("a declaration");
    return new Term.Local(kind, names, type, initializer, start, cursor.endFrom(start));
  }

  private void checkNames(List<Identifier> names) {
    if (names.size() == 1) {
      lists.checkSingle();
    }
    if (names.isEmpty() && !cursor.isLost()) {
      cursor.fail(
          cursor.here(SyntaxCode.EXPECTED_NAME, "a local variable", "an empty list of names"));
    }
  }

  /** {@code var}, {@code const} or nothing. */
  BindingKind bindingKind() {
    if (cursor.accept(VAR)) {
      return BindingKind.VAR;
    }
    return cursor.accept(CONST) ? BindingKind.CONST : BindingKind.PLAIN;
  }

  /** The type after a colon, null where there is none. */
  @Nullable TypeTree writtenType() {
    return cursor.accept(COLON) ? grammar.types.type() : null;
  }

  /** {@code :=} and the value after it. */
  Expression initializer() {
    int at = cursor.lastEnd();
    if (cursor.isLost()) {
      return new Expression.Malformed(at, at);
    }
    if (cursor.accept(BIND)) {
      return grammar.expressions.value();
    }
    if (cursor.at(ASSIGN)) {
      cursor.report(
          cursor.here(SyntaxCode.ASSIGN_IN_DECLARATION).edit(cursor.span(0), ":=", "write `:=`"));
      cursor.advance();
      return grammar.expressions.value();
    }
    if (cursor.at(SEMICOLON)) {
      cursor.report(cursor.here(SyntaxCode.MISSING_INITIALIZER));
    } else {
      cursor.fail(cursor.between(SyntaxCode.EXPECTED_TOKEN, "`:=` and a value", cursor.found()));
    }
    return new Expression.Malformed(at, at);
  }

  // Loops and jumps.

  private Term whileLoop(int start) {
    cursor.advance();
    Expression condition = grammar.branches.condition("while");
    cursor.accept(DO);
    Expression.Block body = grammar.branches.body("while");
    int end = cursor.lastEnd();
    cursor.optionalSemicolon();
    return new Term.While(condition, body, start, end);
  }

  private Term forLoop(int start) {
    cursor.advance();
    boolean parenthesized = cursor.at(LEFT_PARENTHESIS);
    if (parenthesized) {
      cursor.report(cursor.here(SyntaxCode.FOR_IN_PARENTHESES));
      if (cursor.peek(2) != IN) {
        return foreignFor(start);
      }
      cursor.advance();
    }
    Identifier variable = loopVariable();
    Expression from = new Expression.Malformed(cursor.lastEnd(), cursor.lastEnd());
    Expression to = null;
    if (!cursor.isLost() && cursor.expect(IN, " and what the loop runs over")) {
      from = parenthesized ? grammar.expressions.freely() : grammar.expressions.beforeBlock();
      if (cursor.accept(RANGE)) {
        to = parenthesized ? grammar.expressions.freely() : grammar.expressions.beforeBlock();
      }
    }
    if (parenthesized) {
      cursor.accept(RIGHT_PARENTHESIS);
    }
    Expression.Block body = grammar.branches.body("for");
    int end = cursor.lastEnd();
    cursor.optionalSemicolon();
    return new Term.For(variable, from, to, body, start, end);
  }

  private Identifier loopVariable() {
    if (!cursor.at(IN)) {
      return grammar.names.nameOrDiscard("the loop's variable");
    }
    cursor.report(cursor.here(SyntaxCode.EXPECTED_NAME, "the loop's variable", cursor.found()));
    return cursor.missingName();
  }

  /** A loop of another language: its head is left out, its body read. */
  private Term foreignFor(int start) {
    grammar.recovery.skipParentheses();
    grammar.branches.body("for");
    return new Term.Malformed(start, cursor.endFrom(start));
  }

  private Term returned(int start) {
    cursor.advance();
    Expression value =
        cursor.at(SEMICOLON) || cursor.at(RIGHT_BRACE) ? null : grammar.expressions.value();
    cursor.semicolon("`return`");
    return new Term.Return(value, start, cursor.endFrom(start));
  }

  private Term jump(int start) {
    boolean breaks = cursor.at(BREAK);
    cursor.advance();
    cursor.semicolon(breaks ? "`break`" : "`continue`");
    return breaks
        ? new Term.Break(start, cursor.endFrom(start))
        : new Term.Continue(start, cursor.endFrom(start));
  }

  // Errors.

  /** Reports a semicolon with nothing before it and takes it. */
  void straySemicolon() {
    cursor.report(cursor.here(SyntaxCode.STRAY_SEMICOLON).edit(cursor.span(0), "", "leave it out"));
    cursor.advance();
  }

  private Term strayElse(int start) {
    cursor.report(cursor.here(SyntaxCode.STRAY_ELSE));
    cursor.advance();
    if (cursor.at(IF)) {
      grammar.branches.conditional();
    } else {
      grammar.branches.body("else");
    }
    return new Term.Malformed(start, cursor.endFrom(start));
  }

  private Term nestedDeclaration(int start) {
    cursor.report(cursor.here(SyntaxCode.NESTED_DECLARATION));
    if (cursor.at(IMPORT) || cursor.at(EXPORT) && cursor.peek(1) == IMPORT) {
      cursor.fail(cursor.here(SyntaxCode.NESTED_DECLARATION));
      return new Term.Malformed(start, start);
    }
    if (!grammar.nesting.enter()) {
      return new Term.Malformed(start, cursor.endFrom(start));
    }
    Declaration left = grammar.declarations.declaration();
    grammar.nesting.leave();
    return new Term.Malformed(start, Math.max(start, left.end()));
  }
}
