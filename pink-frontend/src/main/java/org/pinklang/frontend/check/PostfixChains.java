package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Postfix chains: what the primary names decides the first step; the others are taken in a loop, a
 * member with the call after it as one.
 */
final class PostfixChains {
  private final BodyContext context;

  PostfixChains(BodyContext context) {
    this.context = context;
  }

  /** The value so far and how many suffixes it has taken. */
  record Progress(TypedExpression value, int taken) {}

  /** A chain. */
  TypedExpression chain(Expression.PostfixChain tree, @Nullable PinkType hint) {
    Progress start = head(tree);
    TypedExpression value = start.value();
    List<Suffix> suffixes = tree.suffixes();
    int i = start.taken();
    observe(tree, i, value);
    while (i < suffixes.size()) {
      Suffix suffix = suffixes.get(i);
      tellMembers(tree, i, value);
      if (BodyContext.isSpent(value)) {
        checkSilently(suffix);
        i++;
      } else if (suffix instanceof Suffix.Member member
          && i + 1 < suffixes.size()
          && suffixes.get(i + 1) instanceof Suffix.Call call) {
        Expression receiver = i == 0 ? tree.primary() : tree;
        value = context.methods.call(value, receiver, member, call, tree.start());
        i += 2;
      } else {
        value = step(value, suffix, tree.start());
        i++;
      }
      observe(tree, i, value);
    }
    return value;
  }

  private void observe(Expression.PostfixChain tree, int taken, TypedExpression value) {
    if (context.observations.isHeard()) {
      Node last = taken == 0 ? tree.primary() : tree.suffixes().get(taken - 1);
      context.observations.typed(tree.start(), last.end(), value.type());
    }
  }

  private void tellMembers(Expression.PostfixChain tree, int taken, TypedExpression value) {
    if (tree.suffixes().get(taken) instanceof Suffix.Member member) {
      ScopeProbe probe = context.observations.probeAt(member.name());
      if (probe != null) {
        Expression receiver = taken == 0 ? tree.primary() : tree;
        PinkType object = context.members.reach(value).type();
        probe.members(object, context.methods.applicable(value, receiver, tree.start()));
      }
    }
  }

  private Progress head(Expression.PostfixChain tree) {
    Expression primary = Expressions.withoutParentheses(tree.primary());
    Suffix first = tree.suffixes().getFirst();
    if (!(primary instanceof Expression.Path path)) {
      return new Progress(context.expressions.infer(tree.primary(), null), 0);
    }
    if (context.names.local(path) != null || path.name().isDiscard()) {
      return new Progress(context.names.value(path), 0);
    }
    Entity entity = context.resolve(path);
    if (entity instanceof Entity.Type type) {
      return typeHead(tree, path, type);
    }
    if (first instanceof Suffix.Call call) {
      if (entity instanceof Entity.Function function) {
        return new Progress(context.calls.function(function, call, tree.start()), 1);
      }
      if (entity instanceof Entity.Builtin builtin) {
        return new Progress(context.calls.builtin(builtin, call, path), 1);
      }
    }
    return new Progress(context.names.entity(entity, path), 0);
  }

  private Progress typeHead(Expression.PostfixChain tree, Expression.Path path, Entity.Type type) {
    Suffix first = tree.suffixes().getFirst();
    if (type.type() instanceof PinkType.Nominal nominal
        && nominal.kind() == PinkType.Nominal.Kind.UNION
        && first instanceof Suffix.Member) {
      return context.unions.literal(nominal, tree);
    }
    if (first instanceof Suffix.Call call) {
      if (type.type() instanceof Scalar scalar && scalar != Scalar.NIL) {
        return new Progress(context.conversions.call(scalar, call, tree.start()), 1);
      }
      context.calls.checkSilently(call);
      return new Progress(context.names.entity(type, path), 1);
    }
    return new Progress(context.names.entity(type, path), 0);
  }

  private TypedExpression step(TypedExpression value, Suffix suffix, int start) {
    Span span = new Span(start, suffix.end());
    return switch (suffix) {
      case Suffix.Member member -> context.members.member(value, member, span);
      case Suffix.TupleIndex index -> context.members.element(value, index, span);
      case Suffix.Index index -> context.indexing.index(value, index, span);
      case Suffix.Slice slice -> context.indexing.slice(value, slice, span);
      case Suffix.Call call -> context.calls.value(value, call, span);
      case Suffix.Unwrap unwrap -> unwrap(value, span);
    };
  }

  /** {@code p!}. */
  private TypedExpression unwrap(TypedExpression value, Span span) {
    if (context.places.narrowedLocal(value) != null) {
      return value;
    }
    if (value.type() instanceof PinkType.Pointer pointer && pointer.nullable()) {
      return new TypedExpression.Unwrap(
          value, new PinkType.Pointer(pointer.target(), false), span.start());
    }
    return context.reject(
        value.type() instanceof PinkType.Pointer
            ? context
                .finding(TypeCode.NEVER_NIL, span, value.type().display())
                .edit(new Span(span.end() - 1, span.end()), "", "remove the `!`")
            : context.finding(TypeCode.NOT_A_POINTER, span, value.type().display()),
        span.start());
  }

  private void checkSilently(Suffix suffix) {
    switch (suffix) {
      case Suffix.Call call -> context.calls.checkSilently(call);
      case Suffix.Index index ->
          context.expressions.infer(index.index(), PinkType.Erroneous.ERRONEOUS);
      case Suffix.Slice slice -> {
        checkSilently(slice.from());
        checkSilently(slice.to());
      }
      default -> {}
    }
  }

  private void checkSilently(@Nullable Expression bound) {
    if (bound != null) {
      context.expressions.infer(bound, PinkType.Erroneous.ERRONEOUS);
    }
  }
}
