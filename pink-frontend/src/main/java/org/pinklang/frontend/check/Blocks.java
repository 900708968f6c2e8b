package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** Blocks and their terms. What follows a term of type Never is checked and left out. */
final class Blocks {
  private final BodyContext context;

  Blocks(BodyContext context) {
    this.context = context;
  }

  /** A block with a scope of its own. */
  TypedExpression block(Expression.Block tree, @Nullable PinkType wanted, Purpose purpose) {
    int mark = context.scopes.enter();
    TypedExpression block = terms(tree, wanted, purpose);
    leave(mark);
    return block;
  }

  /** Closes a scope and says which of its locals nobody used. */
  void leave(int mark) {
    for (LocalSymbol local : context.scopes.declaredSince(mark)) {
      boolean silent =
          local.isUsed()
              || local.role() == LocalSymbol.Role.PARAMETER
              || local.local().name().startsWith("_");
      if (!silent) {
        String name = local.local().name();
        context.report(
            context
                .finding(FlowCode.UNUSED_LOCAL, local.nameSpan(), name)
                .note("begin the name with `_` if that is meant"));
      }
    }
    context.scopes.leave(mark);
  }

  /** The terms of a block, in the scope that is open. */
  TypedExpression terms(Expression.Block tree, @Nullable PinkType wanted, Purpose purpose) {
    context.openBlocks.enter(tree);
    TypedExpression block = termsOf(tree, wanted, purpose);
    context.openBlocks.leave();
    return block;
  }

  private TypedExpression termsOf(
      Expression.Block tree, @Nullable PinkType wanted, Purpose purpose) {
    List<Term> terms = tree.terms();
    if (terms.isEmpty()) {
      return empty(tree, wanted, purpose);
    }
    List<TypedExpression> typed = new ArrayList<>(terms.size());
    int last = terms.size() - 1;
    for (int i = 0; i <= last; i++) {
      Term term = terms.get(i);
      TypedExpression value = i == last ? lastTerm(term, tree, wanted, purpose) : unusedTerm(term);
      typed.add(value);
      if (BodyContext.isNever(value)) {
        unreachable(terms.subList(i + 1, terms.size()));
        return new TypedExpression.Block(typed, PinkType.Never.NEVER, tree.start());
      }
    }
    boolean unused = purpose.kind() == Purpose.Kind.UNUSED;
    PinkType type = unused ? Scalar.NIL : typed.getLast().type();
    return new TypedExpression.Block(typed, type, tree.start());
  }

  /** Terms that no path leads to: they are checked, and left out. */
  private void unreachable(List<Term> terms) {
    if (terms.isEmpty()) {
      return;
    }
    if (!isMalformed(terms.getFirst())) {
      context.report(context.finding(FlowCode.UNREACHABLE, terms.getFirst()));
    }
    terms.forEach(this::unusedTerm);
  }

  private TypedExpression empty(Expression.Block tree, @Nullable PinkType wanted, Purpose purpose) {
    TypedExpression nil = BodyContext.nil(tree.start());
    return wanted == null
        ? nil
        : context.coercions.coerce(nil, wanted, closingBrace(tree), purpose);
  }

  /** Where the end of a block is pointed at, as a node that is no expression. */
  private static Node closingBrace(Expression.Block tree) {
    int end = tree.end();
    return new Identifier("}", Math.max(tree.start(), end - 1), end);
  }

  private static boolean isMalformed(Term term) {
    return term instanceof Term.Malformed
        || term instanceof Term.Evaluation evaluation
            && evaluation.expression() instanceof Expression.Malformed;
  }

  private TypedExpression lastTerm(
      Term term, Expression.Block block, @Nullable PinkType wanted, Purpose purpose) {
    if (purpose.kind() == Purpose.Kind.UNUSED) {
      return unusedTerm(term);
    }
    if (term instanceof Term.Evaluation evaluation) {
      return context.expressions.valueOf(evaluation.expression(), wanted, purpose);
    }
    TypedExpression value = unusedTerm(term);
    if (wanted == null || BodyContext.isSpent(value)) {
      return value;
    }
    boolean isLoop = term instanceof Term.While || term instanceof Term.For;
    return context.coercions.coerce(value, wanted, isLoop ? closingBrace(block) : term, purpose);
  }

  private TypedExpression unusedTerm(Term term) {
    return switch (term) {
      case Term.Evaluation evaluation -> context.expressions.unused(evaluation.expression());
      case Term.Local local -> context.locals.local(local);
      case Term.While loop -> context.loops.whileLoop(loop);
      case Term.For loop -> context.loops.forLoop(loop);
      case Term.Return jump -> returned(jump);
      case Term.Break jump ->
          context.loops.breakLoop(jump.span())
              ? new TypedExpression.Break(jump.start())
              : BodyContext.erroneous(jump.start());
      case Term.Continue jump ->
          context.loops.continueLoop(jump.span())
              ? new TypedExpression.Continue(jump.start())
              : BodyContext.erroneous(jump.start());
      case Term.Malformed malformed -> BodyContext.erroneous(malformed.start());
    };
  }

  private TypedExpression returned(Term.Return tree) {
    FunctionResult result = context.result;
    Expression value = tree.value();
    TypedExpression typed = null;
    if (result.isAbsent()) {
      context.report(context.finding(FlowCode.OUTSIDE_FUNCTION, tree));
      if (value != null) {
        context.expressions.infer(value, PinkType.Erroneous.ERRONEOUS);
      }
    } else if (value == null) {
      returnOfNothing(tree);
    } else if (result.isInferred()) {
      typed = context.expressions.infer(value, null);
      result.addReturned(typed.type());
    } else if (result.isUnknown()) {
      typed = context.expressions.infer(value, null);
    } else if (result.isDiscarded()) {
      typed = context.expressions.unused(value);
    } else {
      typed = context.expressions.check(value, result.type(), result.purpose());
    }
    return typed != null && BodyContext.isNever(typed)
        ? typed
        : new TypedExpression.Return(typed, tree.start());
  }

  private void returnOfNothing(Term.Return tree) {
    FunctionResult result = context.result;
    if (result.isInferred()) {
      result.addReturnOfNothing();
    } else if (!result.isDiscarded() && !Coercions.agreesSilently(result.type())) {
      var finding = context.finding(FlowCode.RETURN_WITHOUT_VALUE, tree, result.type().display());
      Span declared = result.purpose().declared();
      if (declared != null) {
        finding.secondary(declared, "the result is declared here");
      }
      context.report(finding);
    }
  }
}
