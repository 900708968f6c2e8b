package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code if}, with any number of {@code else if} in a loop, and how branches agree. */
final class Branches {
  private final BodyContext context;

  Branches(BodyContext context) {
    this.context = context;
  }

  /** An {@code if}. */
  TypedExpression conditional(
      Expression.Conditional tree, @Nullable PinkType wanted, Purpose purpose) {
    Expression.Block otherwise = tree.otherwise();
    boolean unused = otherwise == null || purpose.kind() == Purpose.Kind.UNUSED;
    PinkType branchType = unused ? null : wanted;
    Purpose branchPurpose = unused ? Purpose.UNUSED : purpose;
    Agreement agreement = new Agreement(context, branchPurpose, branchType);
    List<TypedExpression.ConditionalBranch> branches = new ArrayList<>(tree.branches().size());
    Narrowing.Join join = context.narrowing.join();
    for (Expression.Branch branch : tree.branches()) {
      branches.add(branch(branch, branchType, branchPurpose, agreement, join));
    }
    TypedExpression otherBody = null;
    int mark = context.narrowing.mark();
    if (otherwise != null) {
      otherBody = context.blocks.block(otherwise, branchType, branchPurpose);
      agreement.add(otherBody, otherwise);
    } else {
      agreement.addNothing();
    }
    if (otherBody == null || !BodyContext.isNever(otherBody)) {
      join.exit(mark);
    }
    context.narrowing.undo(mark);
    join.finish();
    return finish(tree, branches, otherBody, agreement.type(), wanted, purpose);
  }

  private TypedExpression.ConditionalBranch branch(
      Expression.Branch tree,
      @Nullable PinkType wanted,
      Purpose purpose,
      Agreement agreement,
      Narrowing.Join join) {
    Conditions.Condition condition = context.conditions.check(tree.condition(), Purpose.CONDITION);
    List<Narrowing.Fact> whenFalse = Narrowing.holding(condition.whenFalse());
    int mark = context.narrowing.mark();
    context.narrowing.apply(Narrowing.holding(condition.whenTrue()));
    TypedExpression body = context.blocks.block(tree.body(), wanted, purpose);
    agreement.add(body, tree.body());
    if (!BodyContext.isNever(body)) {
      join.exit(mark);
    }
    context.narrowing.undo(mark);
    context.narrowing.apply(whenFalse);
    return new TypedExpression.ConditionalBranch(condition.expression(), body);
  }

  private TypedExpression finish(
      Expression.Conditional tree,
      List<TypedExpression.ConditionalBranch> branches,
      @Nullable TypedExpression otherwise,
      PinkType type,
      @Nullable PinkType wanted,
      Purpose purpose) {
    TypedExpression first = branches.getFirst().condition();
    if (BodyContext.isNever(first)) {
      return first;
    }
    TypedExpression typed = new TypedExpression.If(branches, otherwise, type, tree.start());
    if (otherwise != null || wanted == null || Coercions.convert(typed, wanted) != null) {
      return typed;
    }
    var finding = context.finding(FlowCode.IF_WITHOUT_ELSE, tree, wanted.display());
    Span declared = purpose.declared();
    if (declared != null) {
      finding.secondary(declared, "`" + wanted.display() + "` is wanted because of this");
    }
    return context.reject(finding, tree.start());
  }

  /** How the types of the branches of one construct come to one type. */
  static final class Agreement {
    private final BodyContext context;
    private final Purpose purpose;
    private final @Nullable PinkType wanted;
    private @Nullable PinkType type;
    private @Nullable Span first;
    private boolean wrong;
    private boolean disagrees;
    private boolean ends;

    /**
     * No branches yet.
     *
     * @param wanted what every branch has been checked to have; null for nothing
     */
    Agreement(BodyContext context, Purpose purpose, @Nullable PinkType wanted) {
      this.context = context;
      this.purpose = purpose;
      this.wanted = wanted;
    }

    /** A branch with its value. */
    void add(TypedExpression body, Expression.Block tree) {
      PinkType found = body.type();
      if (found == PinkType.Never.NEVER) {
        return;
      }
      ends = true;
      if (wanted != null || purpose.kind() == Purpose.Kind.UNUSED) {
        return;
      }
      if (Coercions.agreesSilently(found)) {
        wrong = true;
      } else if (type == null) {
        type = found;
        first = lastTerm(tree).span();
      } else if (!found.equals(type)) {
        disagree(type, found, lastTerm(tree));
      }
    }

    /** The way past all branches where there is no {@code else}. */
    void addNothing() {
      ends = true;
    }

    private static Node lastTerm(Expression.Block tree) {
      List<Term> terms = tree.terms();
      return terms.isEmpty() ? tree : terms.getLast();
    }

    private void disagree(PinkType expected, PinkType found, Node place) {
      if (!disagrees && purpose.kind() != Purpose.Kind.INFERRED_RESULT) {
        var finding =
            context.finding(TypeCode.BRANCHES_DIFFER, place, expected.display(), found.display());
        if (first != null) {
          finding.secondary(first, "`" + expected.display() + "` here");
        }
        context.report(finding);
      }
      disagrees = true;
    }

    /** The type of the construct. */
    PinkType type() {
      if (!ends) {
        return PinkType.Never.NEVER;
      }
      if (purpose.kind() == Purpose.Kind.UNUSED) {
        return Scalar.NIL;
      }
      if (wanted != null) {
        return wanted;
      }
      if (disagrees && purpose.kind() == Purpose.Kind.INFERRED_RESULT) {
        context.result.addTailDisagreement();
        return Scalar.NIL;
      }
      boolean unknown = disagrees || wrong && !context.result.isInferred();
      return unknown || type == null ? PinkType.Erroneous.ERRONEOUS : type;
    }
  }
}
