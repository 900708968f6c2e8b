package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code Shape.circle(3)} and {@code Shape.none}. */
final class UnionLiterals {
  private final BodyContext context;

  UnionLiterals(BodyContext context) {
    this.context = context;
  }

  /** The head of a chain whose primary names a union and whose first suffix is a member. */
  PostfixChains.Progress literal(PinkType.Nominal type, Expression.PostfixChain tree) {
    Suffix.Member member = (Suffix.Member) tree.suffixes().getFirst();
    context.observations.member(member.name(), type);
    Suffix.Call call =
        tree.suffixes().size() > 1 && tree.suffixes().get(1) instanceof Suffix.Call found
            ? found
            : null;
    int taken = call == null ? 1 : 2;
    Span span = new Span(tree.start(), call == null ? member.end() : call.end());
    if (!(context.declarations.definition(type.symbol()) instanceof TypeDefinition.Union union)) {
      return failed(call, span, taken);
    }
    int index = union.indexOf(member.name().text());
    if (index < 0) {
      reportUnknown(type, union, member);
      return failed(call, span, taken);
    }
    TypedExpression value = value(type, union, index, call, span);
    return new PostfixChains.Progress(value, taken);
  }

  private PostfixChains.Progress failed(Suffix.@Nullable Call call, Span span, int taken) {
    if (call != null) {
      context.calls.checkSilently(call);
    }
    return new PostfixChains.Progress(BodyContext.erroneous(span.start()), taken);
  }

  private void reportUnknown(
      PinkType.Nominal type, TypeDefinition.Union union, Suffix.Member member) {
    String name = member.name().text();
    List<String> names = new ArrayList<>();
    union.alternatives().forEach(alternative -> names.add(alternative.name()));
    context.report(
        context
            .finding(TypeCode.NO_SUCH_ALTERNATIVE, member.name(), type.display(), name)
            .note(Nearest.note(name, names, "alternative")));
  }

  private TypedExpression value(
      PinkType.Nominal type,
      TypeDefinition.Union union,
      int index,
      Suffix.@Nullable Call call,
      Span span) {
    TypeDefinition.Alternative alternative = union.alternatives().get(index);
    PinkType payload = alternative.type();
    if (payload == null) {
      return call == null
          ? new TypedExpression.UnionValue(type, index, null, span.start())
          : rejectPayload(type, alternative, call, "nothing", span);
    }
    if (call == null || call.arguments().size() != 1) {
      String carried = "a value of type `" + payload.display() + "`";
      return rejectPayload(type, alternative, call, carried, span);
    }
    TypedExpression value =
        context.expressions.check(
            call.arguments().getFirst(), payload, Purpose.payload(alternative.name()));
    return BodyContext.isNever(value)
        ? value
        : new TypedExpression.UnionValue(type, index, value, span.start());
  }

  private TypedExpression rejectPayload(
      PinkType.Nominal type,
      TypeDefinition.Alternative alternative,
      Suffix.@Nullable Call call,
      String carried,
      Span span) {
    var finding =
        context.finding(TypeCode.PAYLOAD, span, alternative.name(), type.display(), carried);
    if (call == null) {
      finding.note("give it in parentheses: `" + alternative.name() + "(value)`");
    } else {
      context.calls.checkSilently(call);
      if (alternative.type() == null) {
        finding.edit(call.span(), "", "remove the parentheses");
      } else if (alternative.type() instanceof PinkType.Tuple) {
        finding.note("a tuple is written in parentheses of its own");
      }
    }
    return context.reject(finding, span.start());
  }
}
