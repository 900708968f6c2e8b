package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Expression.Arm;
import org.pinklang.frontend.tree.Expression.Block;
import org.pinklang.frontend.tree.Expression.Branch;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Term;

/** Blocks, {@code if} and {@code match}. */
final class BranchParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final Nesting nesting;

  BranchParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.nesting = grammar.nesting;
  }

  /** A block; the present token is its brace. */
  Block block() {
    int start = cursor.start();
    if (!nesting.enter()) {
      return new Block(List.of(), start, cursor.endFrom(start));
    }
    boolean allowed = grammar.expressions.allowLiterals(true);
    cursor.advance();
    int mark = cursor.nodes.mark();
    while (!endsBraces()) {
      int before = cursor.position();
      cursor.nodes.push(grammar.terms.term());
      if (cursor.isLost()) {
        grammar.recovery.toTerm();
      }
      if (cursor.position() == before) {
        cursor.advance();
      }
    }
    List<Term> terms = cursor.nodes.take(mark);
    cursor.close(RIGHT_BRACE, start);
    grammar.expressions.allowLiterals(allowed);
    nesting.leave();
    return new Block(terms, start, cursor.endFrom(start));
  }

  /** Whether no further term or arm can stand here. */
  private boolean endsBraces() {
    return cursor.at(RIGHT_BRACE)
        || cursor.at(END)
        || grammar.recovery.atDeclaration() && cursor.atMargin();
  }

  /** The block that must follow {@code owner}; a single term without braces is reported. */
  Block body(String owner) {
    if (cursor.isLost()) {
      grammar.recovery.toBlock();
    }
    if (cursor.at(LEFT_BRACE)) {
      return block();
    }
    int start = cursor.start();
    if (!beginsTerm()) {
      return missingBody(owner);
    }
    boolean silent = cursor.isSilent();
    String found = cursor.found();
    int end = cursor.end();
    if (!nesting.enter()) {
      return new Block(List.of(), start, cursor.endFrom(start));
    }
    Term term = grammar.terms.term();
    nesting.leave();
    if (!silent) {
      cursor.errors.add(
          cursor
              .errors
              .at(SyntaxCode.EXPECTED_BLOCK, start, end, owner, found)
              .edit(new Span(start, start), "{ ", "put it in braces")
              .edit(new Span(term.end(), term.end()), " }", "put it in braces"));
    }
    return new Block(List.of(term), start, Math.max(start, term.end()));
  }

  private Block missingBody(String owner) {
    cursor.fail(cursor.between(SyntaxCode.EXPECTED_BLOCK, owner, cursor.found()));
    grammar.recovery.toBlock();
    if (cursor.at(LEFT_BRACE) && !cursor.isLost()) {
      return block();
    }
    return noBlock();
  }

  private boolean beginsTerm() {
    return switch (cursor.kind) {
      case IDENTIFIER, IF, MATCH, STAR -> true;
      default -> Recovery.beginsStatement(cursor.kind);
    };
  }

  /** The condition after {@code if} or {@code while}, or the subject after {@code match}. */
  Expression condition(String keyword) {
    if (!cursor.at(LEFT_PARENTHESIS)) {
      return bareCondition(keyword);
    }
    int opener = cursor.start();
    if (!nesting.enter()) {
      return new Expression.Malformed(opener, cursor.endFrom(opener));
    }
    cursor.advance();
    Expression condition = grammar.expressions.enclosed();
    nesting.leave();
    if (cursor.isLost()) {
      grammar.recovery.toListElement(RIGHT_PARENTHESIS);
    }
    cursor.close(RIGHT_PARENTHESIS, opener);
    if (continuesCondition()) {
      refuseContinuation(keyword, opener);
    }
    return condition;
  }

  /** Whether an operator shows that the parentheses just closed hold only a part. */
  private boolean continuesCondition() {
    return switch (cursor.kind) {
      case STAR, AMPERSAND, MINUS -> false;
      case AND_AND, OR_OR -> true;
      default -> TokenKind.level(cursor.kind) >= 0;
    };
  }

  private void refuseContinuation(String keyword, int opener) {
    if (cursor.isSilent()) {
      return;
    }
    cursor.advance();
    grammar.expressions.beforeBlock();
    reportParentheses(keyword, opener, cursor.endFrom(opener));
  }

  private Expression bareCondition(String keyword) {
    int start = cursor.start();
    int position = cursor.position();
    boolean silent = cursor.isSilent();
    Expression condition = grammar.expressions.beforeBlock();
    if (!silent && cursor.position() > position) {
      reportParentheses(keyword, start, cursor.endFrom(start));
    }
    return condition;
  }

  private void reportParentheses(String keyword, int start, int end) {
    cursor.errors.add(
        cursor
            .errors
            .at(SyntaxCode.MISSING_PARENTHESES, start, end, keyword)
            .edit(new Span(start, start), "(", "put it in parentheses")
            .edit(new Span(end, end), ")", "put it in parentheses"));
  }

  /** A conditional with all its {@code else if}; the present token is {@code if}. */
  Expression.Conditional conditional() {
    int start = cursor.start();
    int mark = cursor.nodes.mark();
    cursor.nodes.push(branch());
    Block otherwise = null;
    while (otherwise == null && cursor.at(ELSE) && !cursor.isLost()) {
      if (!nesting.mayGrow(cursor.nodes.count(mark))) {
        grammar.recovery.skipElse();
        cursor.recover();
        break;
      }
      cursor.advance();
      if (cursor.at(IF)) {
        cursor.nodes.push(branch());
      } else {
        otherwise = body("else");
      }
    }
    return new Expression.Conditional(
        cursor.nodes.take(mark), otherwise, start, cursor.endFrom(start));
  }

  private Branch branch() {
    int start = cursor.start();
    cursor.advance();
    Expression condition = condition("if");
    cursor.accept(THEN);
    Block body = body("if");
    return new Branch(condition, body, start, cursor.endFrom(start));
  }

  // Match.

  /** A match; the present token is {@code match}. */
  Expression match() {
    int start = cursor.start();
    cursor.advance();
    Expression subject = condition("match");
    if (cursor.isLost()) {
      grammar.recovery.toBlock();
    }
    int opener = cursor.start();
    if (!cursor.expect(LEFT_BRACE, " and the arms of the match")) {
      return new Expression.Malformed(start, cursor.endFrom(start));
    }
    int mark = cursor.nodes.mark();
    Block otherwise = null;
    while (!endsBraces()) {
      int before = cursor.position();
      Arm arm = arm();
      if (arm.binder() == null && isElse(arm)) {
        otherwise = otherwise == null ? arm.body() : repeatedElse(arm, otherwise);
      } else {
        cursor.nodes.push(otherwise == null ? arm : late(arm));
      }
      endArm(before);
    }
    List<Arm> arms = cursor.nodes.take(mark);
    cursor.close(RIGHT_BRACE, opener);
    return new Expression.Match(subject, arms, otherwise, start, cursor.endFrom(start));
  }

  private void endArm(int before) {
    if (cursor.isLost()) {
      grammar.recovery.toArm();
    } else if (cursor.at(SEMICOLON)) {
      grammar.terms.straySemicolon();
    } else {
      cursor.accept(COMMA);
    }
    if (cursor.position() == before) {
      cursor.advance();
    }
  }

  /** The arm of {@code else} is named by that keyword, which no alternative can be. */
  private static boolean isElse(Arm arm) {
    return arm.alternative().text().equals(TokenKind.spelling(ELSE));
  }

  private Block repeatedElse(Arm arm, Block otherwise) {
    late(arm);
    return otherwise;
  }

  private Arm late(Arm arm) {
    Identifier name = arm.alternative();
    cursor.reportElsewhere(cursor.errors.at(SyntaxCode.ARM_AFTER_ELSE, name.start(), name.end()));
    return arm;
  }

  private Arm arm() {
    int start = cursor.start();
    Identifier alternative = alternative();
    Identifier binder = null;
    if (!cursor.isLost() && cursor.at(LEFT_PARENTHESIS)) {
      int opener = cursor.start();
      cursor.advance();
      binder = grammar.names.nameOrDiscard("the value of the alternative");
      cursor.close(RIGHT_PARENTHESIS, opener);
      if (cursor.isLost()) {
        grammar.recovery.toArrow();
      }
    }
    if (!cursor.isLost()) {
      cursor.expect(FAT_ARROW, " and the block of the arm");
    }
    Block body = armBody();
    return new Arm(alternative, binder, body, start, cursor.endFrom(start));
  }

  private Identifier alternative() {
    if (cursor.at(ELSE)) {
      return cursor.takeName();
    }
    if (cursor.isWord(0, "_")) {
      return wildcard();
    }
    boolean dotted = cursor.at(DOT);
    if (dotted || cursor.at(IDENTIFIER) && isQualified(cursor.peek(1))) {
      cursor.report(cursor.here(SyntaxCode.QUALIFIED_ALTERNATIVE));
      cursor.accept(DOT);
      while (isQualified(cursor.peek(1))) {
        cursor.advance();
        cursor.advance();
      }
    }
    return grammar.names.name("an alternative or `else`");
  }

  private static boolean isQualified(byte next) {
    return next == DOT || next == DOUBLE_COLON;
  }

  private Identifier wildcard() {
    Span place = cursor.span(0);
    cursor.report(cursor.here(SyntaxCode.WILDCARD_ARM).edit(place, "else", "write `else`"));
    cursor.advance();
    return new Identifier(TokenKind.spelling(ELSE), place.start(), place.end());
  }

  private Block armBody() {
    if (cursor.isLost() || cursor.at(LEFT_BRACE) || beginsJump()) {
      return cursor.isLost() ? noBlock() : body("=>");
    }
    int start = cursor.start();
    boolean silent = cursor.isSilent();
    String found = cursor.found();
    Expression value = grammar.expressions.enclosed();
    int end = value.end();
    if (!silent && !cursor.isLost()) {
      cursor.errors.add(
          cursor
              .errors
              .at(SyntaxCode.EXPECTED_BLOCK, start, end, "=>", found)
              .edit(new Span(start, start), "{ ", "put it in braces")
              .edit(new Span(end, end), "; }", "put it in braces"));
    }
    return new Block(List.of(new Term.Evaluation(value, start, end)), start, end);
  }

  private boolean beginsJump() {
    return Recovery.beginsStatement(cursor.kind);
  }

  private Block noBlock() {
    int at = cursor.lastEnd();
    return new Block(List.of(new Term.Malformed(at, at)), at, at);
  }
}
