package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Expression.OperatorStep;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.PrefixOperator;
import org.pinklang.frontend.tree.Suffix;

/**
 * Operators, assignments and suffixes. Operators of one level become one flat chain, so only
 * brackets make it go deeper.
 */
final class ExpressionParser {
  /** Reads an expression in which struct literals may stand, as an element of a list. */
  final Supplier<Expression> element = this::enclosed;

  private final Grammar grammar;
  private final Cursor cursor;
  private final Nesting nesting;
  private final ListParser lists;

  /** Whether a brace after a name begins a literal: not in the head of a {@code for}. */
  private boolean literals = true;

  ExpressionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.nesting = grammar.nesting;
    this.lists = new ListParser(grammar.cursor, grammar.recovery);
  }

  /** Whether a brace after a name begins a struct literal here. */
  boolean allowsLiterals() {
    return literals;
  }

  /** Says whether they are allowed from here on; returns whether they were. */
  boolean allowLiterals(boolean allowed) {
    boolean before = literals;
    literals = allowed;
    return before;
  }

  /** An expression inside brackets: struct literals may stand in it. */
  Expression freely() {
    return with(true);
  }

  /** An expression before a brace that does not belong to it. */
  Expression beforeBlock() {
    return with(false);
  }

  /** A value inside brackets. */
  Expression enclosed() {
    boolean before = literals;
    literals = true;
    Expression expression = value();
    literals = before;
    return expression;
  }

  private Expression with(boolean allowed) {
    boolean before = literals;
    literals = allowed;
    Expression expression = expression();
    literals = before;
    return expression;
  }

  /** An expression where neither a range nor a binding can follow. */
  Expression value() {
    Expression expression = expression();
    if (cursor.at(RANGE) || cursor.at(BIND)) {
      refuseContinuation();
    }
    return expression;
  }

  private void refuseContinuation() {
    cursor.report(
        cursor.at(RANGE)
            ? cursor.here(SyntaxCode.MISPLACED_RANGE)
            : cursor
                .here(SyntaxCode.MISPLACED_BINDING)
                .edit(cursor.span(0), "=", "assign instead"));
    cursor.advance();
    expression();
  }

  /** An expression, assignments included; where none begins, the parser is lost. */
  Expression expression() {
    Expression first = binary(0);
    return switch (cursor.kind) {
      case ASSIGN -> assignment(first);
      case PLUS_ASSIGN, MINUS_ASSIGN, STAR_ASSIGN, SLASH_ASSIGN -> compound(first);
      default -> first;
    };
  }

  private Expression assignment(Expression first) {
    int mark = cursor.nodes.mark();
    cursor.nodes.push(first);
    cursor.advance();
    Expression value = binary(0);
    while (cursor.at(ASSIGN) && nesting.mayGrow(cursor.nodes.count(mark))) {
      cursor.nodes.push(value);
      cursor.advance();
      value = binary(0);
    }
    return new Expression.Assignment(cursor.nodes.take(mark), value, first.start(), value.end());
  }

  /** {@code a += b}, which is reserved and read as {@code a = b}. */
  private Expression compound(Expression place) {
    String operator = TokenKind.spelling(cursor.kind);
    String pink = "= " + cursor.spelling(place.start(), place.end()) + " " + operator.charAt(0);
    cursor.report(
        cursor
            .here(SyntaxCode.RESERVED_OPERATOR, operator, "a = a " + operator.charAt(0) + " b")
            .edit(cursor.span(0), pink, "write the assignment out"));
    return assignment(place);
  }

  /** Operators of a level and tighter. */
  private Expression binary(int loosest) {
    Expression left = cast();
    int level = level();
    while (level >= loosest) {
      left = chain(left, level);
      level = level();
    }
    return left;
  }

  /** The level of the binary operator here, −1 where there is none. */
  private int level() {
    byte kind = cursor.kind;
    if (kind == AND_AND || kind == OR_OR) {
      replaceReserved(kind == AND_AND ? AND : OR);
    }
    return TokenKind.level(cursor.kind);
  }

  private void replaceReserved(byte kind) {
    String pink = TokenKind.spelling(kind);
    cursor.report(
        cursor
            .here(SyntaxCode.RESERVED_OPERATOR, TokenKind.spelling(cursor.kind), pink)
            .edit(cursor.span(0), pink, "write `" + pink + "`"));
    cursor.readAs(kind);
  }

  private Expression chain(Expression first, int level) {
    int mark = cursor.nodes.mark();
    int end;
    do {
      int start = cursor.start();
      BinaryOperator operator = TokenKind.operator(cursor.kind);
      cursor.advance();
      Expression right = binary(level + 1);
      end = right.end();
      cursor.nodes.push(new OperatorStep(operator, right, start, end));
    } while (level() == level && nesting.mayGrow(cursor.nodes.count(mark)));
    return new Expression.OperatorChain(first, cursor.nodes.take(mark), first.start(), end);
  }

  private Expression cast() {
    Expression operand = prefix();
    if (!cursor.at(AS)) {
      return operand;
    }
    int mark = cursor.nodes.mark();
    while (cursor.at(AS) && nesting.mayGrow(cursor.nodes.count(mark))) {
      cursor.advance();
      cursor.nodes.push(grammar.types.type());
    }
    return new Expression.CastChain(
        operand, cursor.nodes.take(mark), operand.start(), cursor.endFrom(operand.start()));
  }

  private Expression prefix() {
    PrefixOperator operator = prefixOperator();
    return operator == null ? postfix() : prefixed(operator);
  }

  private @Nullable PrefixOperator prefixOperator() {
    return switch (cursor.kind) {
      case MINUS -> PrefixOperator.NEGATE;
      case BANG -> PrefixOperator.NOT;
      case TILDE -> PrefixOperator.COMPLEMENT;
      case AMPERSAND -> PrefixOperator.ADDRESS_OF;
      case STAR -> PrefixOperator.DEREFERENCE;
      case AND_AND, INCREMENT -> refusedPrefix();
      default -> null;
    };
  }

  /** Reports {@code &&x} or {@code ++x}; they are read as {@code &x} and {@code -x}. */
  private PrefixOperator refusedPrefix() {
    boolean address = cursor.at(AND_AND);
    Diagnostic.Builder error =
        cursor.here(
            SyntaxCode.RESERVED_OPERATOR,
            TokenKind.spelling(cursor.kind),
            address ? "& &" : "a = a + 1");
    cursor.report(address ? error.edit(cursor.span(0), "& &", "write them apart") : error);
    return address ? PrefixOperator.ADDRESS_OF : PrefixOperator.NEGATE;
  }

  private Expression prefixed(PrefixOperator first) {
    int start = cursor.start();
    int mark = cursor.nodes.mark();
    int offsets = cursor.position();
    PrefixOperator operator = first;
    do {
      cursor.nodes.push(operator);
      cursor.advance();
      operator = prefixOperator();
    } while (operator != null && nesting.mayGrow(cursor.nodes.count(mark)));
    List<Integer> places = cursor.startsFrom(offsets);
    List<PrefixOperator> operators = cursor.nodes.take(mark);
    Expression operand =
        operator == null ? postfix() : new Expression.Malformed(cursor.start(), cursor.start());
    return new Expression.PrefixChain(operators, places, operand, start, operand.end());
  }

  // Suffixes.

  private Expression postfix() {
    Expression primary = grammar.primaries.primary();
    return beginsSuffix() ? suffixes(primary) : primary;
  }

  private boolean beginsSuffix() {
    return switch (cursor.kind) {
      case DOT, LEFT_BRACKET, LEFT_PARENTHESIS, BANG, INCREMENT, DOUBLE_COLON -> !cursor.isLost();
      case NOT_EQUAL -> cursor.peek(1) == ASSIGN && cursor.span(1).start() == cursor.end();
      default -> false;
    };
  }

  private Expression suffixes(Expression primary) {
    int mark = cursor.nodes.mark();
    do {
      Suffix suffix = suffix(primary.start());
      if (suffix != null) {
        cursor.nodes.push(suffix);
      }
    } while (beginsSuffix() && nesting.mayGrow(cursor.nodes.count(mark)));
    if (cursor.nodes.count(mark) == 0) {
      return primary;
    }
    return new Expression.PostfixChain(
        primary, cursor.nodes.take(mark), primary.start(), cursor.endFrom(primary.start()));
  }

  private @Nullable Suffix suffix(int chainStart) {
    int start = cursor.start();
    return switch (cursor.kind) {
      case DOT -> member(start);
      case LEFT_PARENTHESIS, LEFT_BRACKET -> bracketed(start);
      case BANG -> {
        cursor.advance();
        yield new Suffix.Unwrap(start, cursor.endFrom(start));
      }
      case NOT_EQUAL -> unwrapBeforeEquals(start);
      case INCREMENT -> increment(chainStart);
      default -> misplacedQualifier();
    };
  }

  private Suffix member(int start) {
    cursor.advance();
    if (cursor.at(INDEX)) {
      int index = Literals.index(cursor.bytes, cursor.start(), cursor.end());
      cursor.advance();
      return new Suffix.TupleIndex(index, start, cursor.endFrom(start));
    }
    Identifier name = grammar.names.name("a field or function");
    return new Suffix.Member(name, start, cursor.endFrom(start));
  }

  private @Nullable Suffix bracketed(int start) {
    if (!nesting.enter()) {
      return null;
    }
    Suffix suffix = cursor.at(LEFT_PARENTHESIS) ? call(start) : index(start);
    nesting.leave();
    return suffix;
  }

  private Suffix call(int start) {
    List<Expression> arguments = lists.bracketed(RIGHT_PARENTHESIS, element);
    return new Suffix.Call(arguments, start, cursor.endFrom(start));
  }

  private Suffix index(int start) {
    cursor.advance();
    Expression from = cursor.at(RANGE) ? null : freely();
    boolean slice = cursor.accept(RANGE);
    Expression to = slice && !cursor.at(RIGHT_BRACKET) ? freely() : null;
    if (cursor.isLost()) {
      grammar.recovery.toListElement(RIGHT_BRACKET);
    }
    cursor.close(RIGHT_BRACKET, start);
    return from == null || slice
        ? new Suffix.Slice(from, to, start, cursor.endFrom(start))
        : new Suffix.Index(from, start, cursor.endFrom(start));
  }

  /** Reports {@code p!==q} and reads it as {@code p! == q}. */
  private Suffix unwrapBeforeEquals(int start) {
    Span place = new Span(start, start + 3);
    cursor.report(
        cursor
            .errors
            .at(SyntaxCode.NOT_EQUAL_ASSIGN, start, start + 3)
            .edit(place, "! == ", "compare what the pointer holds"));
    cursor.advance();
    cursor.readAs(EQUAL);
    return new Suffix.Unwrap(start, start + 1);
  }

  /** Reports {@code x++} and leaves it out. */
  private @Nullable Suffix increment(int chainStart) {
    String place = cursor.spelling(chainStart, cursor.lastEnd());
    cursor.report(
        cursor
            .here(SyntaxCode.RESERVED_OPERATOR, "++", "a = a + 1")
            .edit(cursor.span(0), " = " + place + " + 1", "write the assignment out"));
    cursor.advance();
    return null;
  }

  /** Reports {@code ::} after something that is no module name and leaves it out with its name. */
  private @Nullable Suffix misplacedQualifier() {
    cursor.report(
        cursor
            .here(SyntaxCode.MISPLACED_QUALIFIER)
            .note("fields and functions of a value are written with a dot"));
    cursor.advance();
    grammar.names.name("a name of the module");
    return null;
  }
}
