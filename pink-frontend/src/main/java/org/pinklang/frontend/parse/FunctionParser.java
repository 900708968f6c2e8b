package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Declaration.Parameter;
import org.pinklang.frontend.tree.Expression.Block;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;

/** Functions of Pink and of C. */
final class FunctionParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final ListParser lists;
  private boolean variadic;

  FunctionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.lists = new ListParser(grammar.cursor, grammar.recovery);
  }

  /** A function; the present token is {@code fn}. */
  Declaration function(DeclarationParser.Start start, boolean inline) {
    cursor.advance();
    Identifier name = grammar.names.name("a function");
    List<Parameter> parameters = parameters();
    if (variadic) {
      cursor.reportElsewhere(
          cursor.errors.at(SyntaxCode.MISPLACED_ELLIPSIS, name.start(), name.end()));
    }
    TypeTree result = result();
    Block body = body();
    if (name.text().isEmpty()) {
      return new Declaration.Malformed(start.offset(), cursor.endFrom(start.offset()));
    }
    return new Declaration.Function(
        start.documentation(),
        start.exported(),
        inline,
        name,
        parameters,
        result,
        body,
        start.offset(),
        cursor.endFrom(start.offset()));
  }

  /** A function of C; the present token is {@code extern}. */
  Declaration extern(DeclarationParser.Start start) {
    cursor.advance();
    if (!cursor.expect(FN, " after `extern`")) {
      return new Declaration.Malformed(start.offset(), cursor.endFrom(start.offset()));
    }
    Identifier name = grammar.names.name("a function of C");
    List<Parameter> parameters = parameters();
    boolean ellipsis = variadic;
    TypeTree result = result();
    externEnd();
    if (name.text().isEmpty()) {
      return new Declaration.Malformed(start.offset(), cursor.endFrom(start.offset()));
    }
    return new Declaration.Extern(
        start.documentation(),
        start.exported(),
        name,
        parameters,
        ellipsis,
        result,
        start.offset(),
        cursor.endFrom(start.offset()));
  }

  private void externEnd() {
    if (cursor.isLost()) {
      grammar.recovery.toBlock();
    }
    if (!cursor.isLost() && cursor.at(LEFT_BRACE)) {
      cursor.report(cursor.here(SyntaxCode.EXTERN_BODY));
      grammar.branches.block();
    } else if (cursor.isLost()) {
      endLost();
    } else {
      cursor.semicolon("`extern fn`");
    }
  }

  private void endLost() {
    if (cursor.accept(SEMICOLON)) {
      cursor.recover();
    }
  }

  /** The parameters with their parentheses. */
  List<Parameter> parameters() {
    variadic = false;
    if (cursor.isLost() || !cursor.at(LEFT_PARENTHESIS)) {
      cursor.expect(LEFT_PARENTHESIS, " and the parameters");
      return List.of();
    }
    int opener = cursor.start();
    cursor.advance();
    int mark = cursor.nodes.mark();
    if (cursor.at(ELLIPSIS)) {
      loneEllipsis();
    } else {
      lists.elements(RIGHT_PARENTHESIS, opener, this::parameter);
      if (cursor.at(ELLIPSIS)) {
        ellipsis();
      }
    }
    List<Parameter> parameters = cursor.nodes.take(mark);
    cursor.close(RIGHT_PARENTHESIS, opener);
    return parameters;
  }

  private Parameter parameter() {
    int start = cursor.start();
    Identifier name = grammar.names.nameOrDiscard("a parameter");
    TypeTree type = grammar.declarations.type("parameter");
    return new Parameter(name, type, start, cursor.endFrom(start));
  }

  private void ellipsis() {
    variadic = true;
    cursor.advance();
    if (cursor.at(COMMA) && cursor.peek(1) == RIGHT_PARENTHESIS) {
      cursor.report(cursor.here(SyntaxCode.EXTRA_COMMA).edit(cursor.span(0), "", "leave it out"));
      cursor.advance();
    } else if (!cursor.at(RIGHT_PARENTHESIS)) {
      Span dots = cursor.span(-1);
      cursor.fail(cursor.errors.at(SyntaxCode.MISPLACED_ELLIPSIS, dots.start(), dots.end()));
      while (grammar.recovery.toListElement(RIGHT_PARENTHESIS) && cursor.accept(COMMA)) {
        cursor.failSilently();
      }
    }
  }

  private void loneEllipsis() {
    cursor.report(
        cursor
            .here(SyntaxCode.MISPLACED_ELLIPSIS)
            .note("a variadic function of C has at least one parameter before the dots"));
    cursor.advance();
  }

  /** The result type, also one whose arrow is missing. */
  @Nullable TypeTree result() {
    if (cursor.isLost() || !missesArrow()) {
      return cursor.isLost() ? null : grammar.types.result();
    }
    boolean colon = cursor.at(COLON);
    Span place = colon ? cursor.span(0) : new Span(cursor.start(), cursor.start());
    cursor.report(
        cursor
            .here(SyntaxCode.EXPECTED_TOKEN, "`->` before the result type", cursor.found())
            .edit(place, colon ? " ->" : "-> ", "write the arrow"));
    cursor.accept(COLON);
    return grammar.types.type();
  }

  private boolean missesArrow() {
    return switch (cursor.kind) {
      case COLON -> true;
      case IDENTIFIER, STAR, LEFT_PARENTHESIS, LEFT_BRACKET -> !cursor.beginsLine();
      default -> false;
    };
  }

  /** The body, null where a semicolon stands in its place. */
  private @Nullable Block body() {
    if (!cursor.isLost() && cursor.accept(SEMICOLON)) {
      return null;
    }
    if (!cursor.isLost() && !cursor.at(LEFT_BRACE)) {
      cursor.fail(
          cursor.between(
              SyntaxCode.EXPECTED_TOKEN,
              "`{` and the body of the function, or `;`",
              cursor.found()));
    }
    if (cursor.isLost()) {
      grammar.recovery.toBlock();
    }
    if (cursor.isLost()) {
      endLost();
      int at = cursor.lastEnd();
      return new Block(List.of(new Term.Malformed(at, at)), at, at);
    }
    return grammar.branches.block();
  }
}
