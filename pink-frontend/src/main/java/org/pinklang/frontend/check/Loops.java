package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code while} and {@code for}, and what leaves them. */
final class Loops {
  private final BodyContext context;
  private @Nullable Loop innermost;

  Loops(BodyContext context) {
    this.context = context;
  }

  /** A loop whose body is being checked. */
  private static final class Loop {
    private final @Nullable Loop around;
    private boolean broken;

    Loop(@Nullable Loop around) {
      this.around = around;
    }
  }

  /** {@code while}. */
  TypedExpression whileLoop(Term.While tree) {
    widenAssigned(tree.start(), tree.end());
    int mark = context.narrowing.mark();
    Conditions.Condition condition = context.conditions.check(tree.condition(), Purpose.CONDITION);
    List<Narrowing.Fact> atEnd = Narrowing.holding(condition.whenFalse());
    context.narrowing.apply(Narrowing.holding(condition.whenTrue()));
    Loop loop = enter();
    TypedExpression body = context.blocks.block(tree.body(), null, Purpose.UNUSED);
    innermost = loop.around;
    context.narrowing.undo(mark);
    if (!loop.broken) {
      context.narrowing.apply(atEnd);
    }
    if (BodyContext.isNever(condition.expression())) {
      return condition.expression();
    }
    boolean endless = isTrue(tree.condition()) && !loop.broken;
    return new TypedExpression.While(
        condition.expression(), body, endless ? PinkType.Never.NEVER : Scalar.NIL, tree.start());
  }

  private static boolean isTrue(Expression condition) {
    return Expressions.withoutParentheses(condition) instanceof Literal.BooleanLiteral literal
        && literal.value();
  }

  private Loop enter() {
    Loop loop = new Loop(innermost);
    innermost = loop;
    return loop;
  }

  /** A loop starts without what was known of pointers that it assigns. */
  private void widenAssigned(int start, int end) {
    for (LocalSymbol local : context.scopes.inScope()) {
      if (local.isNarrowed() && context.loopAssignments.assigns(local, start, end)) {
        context.narrowing.set(local, false);
        local.markWidened();
      }
    }
  }

  /** {@code for}. */
  TypedExpression forLoop(Term.For tree) {
    Expression to = tree.to();
    return to == null ? forEach(tree) : forRange(tree, to);
  }

  private TypedExpression forRange(Term.For tree, Expression toTree) {
    TypedExpression from;
    TypedExpression to;
    if (Literals.isLiteralOnly(tree.from())) {
      to = context.expressions.infer(toTree, null);
      from = context.expressions.infer(tree.from(), to.type());
    } else {
      from = context.expressions.infer(tree.from(), null);
      to = context.expressions.infer(toTree, from.type());
    }
    PinkType type = rangeType(tree, from, to, toTree);
    Round round = round(tree, type);
    if (BodyContext.isNever(from) || BodyContext.isNever(to)) {
      TypedExpression cut = BodyContext.cutShort(List.of(from, to), tree.start());
      return cut == null ? from : cut;
    }
    return new TypedExpression.ForRange(round.variable(), from, to, round.body(), tree.start());
  }

  private PinkType rangeType(
      Term.For tree, TypedExpression from, TypedExpression to, Expression toTree) {
    boolean silentFrom = Coercions.agreesSilently(from.type());
    boolean silentTo = Coercions.agreesSilently(to.type());
    if (!silentFrom && !requireInteger(from, tree.from())
        || !silentTo && !requireInteger(to, toTree)
        || silentFrom
        || silentTo) {
      return PinkType.Erroneous.ERRONEOUS;
    }
    if (!from.type().equals(to.type())) {
      Diagnostic.Builder finding =
          context.finding(
              TypeCode.OPERANDS_DIFFER, toTree, "..", from.type().display(), to.type().display());
      OperandAdvice.addConversion(finding, from.type(), to.type());
      context.report(finding);
      return PinkType.Erroneous.ERRONEOUS;
    }
    return from.type();
  }

  private boolean requireInteger(TypedExpression bound, Expression tree) {
    if (bound.type() instanceof Scalar scalar && scalar.isInteger()) {
      return true;
    }
    context.report(
        context.finding(
            TypeCode.NOT_AN_INTEGER, tree, "a bound of a range", bound.type().display()));
    return false;
  }

  private TypedExpression forEach(Term.For tree) {
    TypedExpression sequence = context.expressions.infer(tree.from(), null);
    PinkType element =
        switch (sequence.type()) {
          case PinkType.Array array -> array.element();
          case PinkType.Slice slice -> slice.element();
          case PinkType other -> rejectSequence(other, tree.from());
        };
    if (!context.types.isComplete(element, tree.from().span())) {
      element = PinkType.Erroneous.ERRONEOUS;
    }
    Round round = round(tree, element);
    return BodyContext.isNever(sequence)
        ? sequence
        : new TypedExpression.ForEach(round.variable(), sequence, round.body(), tree.start());
  }

  private PinkType rejectSequence(PinkType type, Expression tree) {
    if (!Coercions.agreesSilently(type)) {
      Diagnostic.Builder finding = context.finding(TypeCode.NOT_ITERABLE, tree, type.display());
      if (type instanceof Scalar scalar && scalar.isInteger()) {
        finding.edit(new Span(tree.start(), tree.start()), "0..", "run over a range");
      } else if (type instanceof PinkType.Pointer pointer
          && pointer.target() instanceof PinkType.Array) {
        finding.note("`p[..]` is the slice of all elements of the array `p` points at");
      }
      context.report(finding);
    }
    return PinkType.Erroneous.ERRONEOUS;
  }

  /** What each round of a {@code for} has: its variable, null for none, and its body. */
  private record Round(@Nullable Local variable, TypedExpression body) {}

  private Round round(Term.For tree, PinkType type) {
    int scope = context.scopes.enter();
    Local variable =
        tree.variable().isDiscard()
            ? null
            : context
                .locals
                .declareUnchecked(tree.variable(), type, LocalSymbol.Role.VARIABLE)
                .local();
    widenAssigned(tree.body().start(), tree.body().end());
    int mark = context.narrowing.mark();
    Loop loop = enter();
    TypedExpression body = context.blocks.block(tree.body(), null, Purpose.UNUSED);
    innermost = loop.around;
    context.narrowing.undo(mark);
    context.blocks.leave(scope);
    return new Round(variable, body);
  }

  /** {@code break}; false where there is no loop to leave. */
  boolean breakLoop(Span span) {
    if (innermost != null) {
      innermost.broken = true;
    }
    return requireLoop("break", span);
  }

  /** {@code continue}; false where there is no loop. */
  boolean continueLoop(Span span) {
    return requireLoop("continue", span);
  }

  private boolean requireLoop(String keyword, Span span) {
    if (innermost == null) {
      context.report(context.finding(FlowCode.OUTSIDE_LOOP, span, keyword));
      return false;
    }
    return true;
  }
}
