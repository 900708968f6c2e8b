package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code match} over unions. */
final class Matches {
  private final BodyContext context;

  Matches(BodyContext context) {
    this.context = context;
  }

  /** A {@code match}. */
  TypedExpression match(Expression.Match tree, @Nullable PinkType wanted, Purpose purpose) {
    TypedExpression subject = context.expressions.infer(tree.subject(), null);
    TypeDefinition.Union union = unionOf(subject, tree);
    Branches.Agreement agreement = new Branches.Agreement(context, purpose, wanted);
    Narrowing.Join join = context.narrowing.join();
    List<TypedExpression.MatchArm> arms = new ArrayList<>(tree.arms().size());
    Span[] handled = new Span[union == null ? 0 : union.alternatives().size()];
    for (Expression.Arm arm : tree.arms()) {
      observe(subject, arm);
      int index = union == null ? -1 : alternative(arm, union, subject.type(), handled);
      PinkType payload =
          union == null || index < 0
              ? PinkType.Erroneous.ERRONEOUS
              : union.alternatives().get(index).type();
      arms.add(arm(arm, index, payload, wanted, purpose, agreement, join));
    }
    TypedExpression otherwise = otherwise(tree, wanted, purpose, agreement, join);
    join.finish();
    if (union == null) {
      return BodyContext.isNever(subject) ? subject : BodyContext.erroneous(tree.start());
    }
    if (tree.otherwise() == null) {
      reportMissing(tree, union, handled);
    }
    return new TypedExpression.Match(subject, arms, otherwise, agreement.type(), tree.start());
  }

  private void observe(TypedExpression subject, Expression.Arm arm) {
    if (subject.type() instanceof PinkType.Nominal nominal) {
      context.observations.member(arm.alternative(), nominal);
    }
  }

  private @Nullable TypedExpression otherwise(
      Expression.Match tree,
      @Nullable PinkType wanted,
      Purpose purpose,
      Branches.Agreement agreement,
      Narrowing.Join join) {
    Expression.Block block = tree.otherwise();
    if (block == null) {
      return null;
    }
    int mark = context.narrowing.mark();
    TypedExpression body = context.blocks.block(block, wanted, purpose);
    agreement.add(body, block);
    leaveBranch(body, mark, join);
    return body;
  }

  private void leaveBranch(TypedExpression body, int mark, Narrowing.Join join) {
    if (!BodyContext.isNever(body)) {
      join.exit(mark);
    }
    context.narrowing.undo(mark);
  }

  private TypeDefinition.@Nullable Union unionOf(TypedExpression subject, Expression.Match tree) {
    if (Coercions.agreesSilently(subject.type())) {
      return null;
    }
    if (subject.type() instanceof PinkType.Nominal nominal
        && nominal.kind() == PinkType.Nominal.Kind.UNION) {
      return context.declarations.definition(nominal.symbol()) instanceof TypeDefinition.Union union
          ? union
          : null;
    }
    Diagnostic.Builder finding =
        context.finding(TypeCode.NOT_A_UNION, tree.subject(), subject.type().display());
    if (subject.type() instanceof PinkType.Pointer pointer
        && pointer.target() instanceof PinkType.Nominal nominal
        && nominal.kind() == PinkType.Nominal.Kind.UNION) {
      finding.note(
          pointer.nullable()
              ? "match `*p!`, or test the pointer first"
              : "match `*p`, what the pointer points at");
    }
    context.report(finding);
    return null;
  }

  private int alternative(
      Expression.Arm arm, TypeDefinition.Union union, PinkType type, Span[] handled) {
    String name = arm.alternative().text();
    int index = union.indexOf(name);
    if (index < 0) {
      List<String> names =
          union.alternatives().stream().map(TypeDefinition.Alternative::name).toList();
      context.report(
          context
              .finding(TypeCode.NO_SUCH_ALTERNATIVE, arm.alternative(), type.display(), name)
              .note(Nearest.note(name, names, "alternative")));
      return -1;
    }
    if (handled[index] != null) {
      context.report(
          context
              .finding(TypeCode.DUPLICATE_ARM, arm.alternative(), name)
              .secondary(handled[index], "handled here"));
    }
    handled[index] = arm.alternative().span();
    Identifier binder = arm.binder();
    if (binder != null && union.alternatives().get(index).type() == null) {
      context.report(context.finding(TypeCode.PAYLOAD, binder, name, type.display(), "nothing"));
    }
    return index;
  }

  private TypedExpression.MatchArm arm(
      Expression.Arm tree,
      int alternative,
      @Nullable PinkType payload,
      @Nullable PinkType wanted,
      Purpose purpose,
      Branches.Agreement agreement,
      Narrowing.Join join) {
    int scope = context.scopes.enter();
    Identifier binder = tree.binder();
    Local local = null;
    if (binder != null && !binder.isDiscard()) {
      PinkType type = payload == null ? PinkType.Erroneous.ERRONEOUS : payload;
      local = context.locals.declareUnchecked(binder, type, LocalSymbol.Role.VARIABLE).local();
    }
    int mark = context.narrowing.mark();
    TypedExpression body = context.blocks.block(tree.body(), wanted, purpose);
    agreement.add(body, tree.body());
    leaveBranch(body, mark, join);
    context.blocks.leave(scope);
    return new TypedExpression.MatchArm(alternative, local, body);
  }

  /** Whether an alternative is misspelt, so that leaving out another is no mistake of its own. */
  private static boolean hasUnknownArm(Expression.Match tree, TypeDefinition.Union union) {
    return tree.arms().stream().anyMatch(arm -> union.indexOf(arm.alternative().text()) < 0);
  }

  private void reportMissing(Expression.Match tree, TypeDefinition.Union union, Span[] handled) {
    List<String> missing = new ArrayList<>(0);
    for (int i = 0; i < handled.length; i++) {
      if (handled[i] == null) {
        missing.add(union.alternatives().get(i).name());
      }
    }
    if (!missing.isEmpty() && !hasUnknownArm(tree, union)) {
      String names =
          missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
      Span head = new Span(tree.start(), tree.subject().end());
      context.report(
          context
              .finding(TypeCode.NOT_EXHAUSTIVE, head, names)
              .note("handle every alternative once, or add `else => { … }`"));
    }
  }
}
