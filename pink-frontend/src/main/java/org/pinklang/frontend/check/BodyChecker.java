package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Checks bodies: from trees to typed trees. Needs a stack in proportion to how deep the text is
 * nested, never to how long a chain is.
 */
final class BodyChecker {
  private final Declarations declarations;

  private BodyChecker(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * A function with its body checked; what is wrong is reported.
   *
   * @param tree has a body
   * @param inline whether the function was marked {@code inline}
   */
  static CheckedFunction check(
      Declaration.Function tree, Entity.Function function, boolean inline, Declarations d) {
    return new BodyChecker(d).function(tree, function, inline);
  }

  /**
   * The result of a private function that writes none. Reports nothing itself.
   *
   * @return Never where every path needs a function whose result is being inferred; Erroneous where
   *     errors, which checking the body will report, leave nothing to go by
   */
  static PinkType inferResult(
      Declaration.Function tree, List<PinkType> parameters, Declarations d) {
    Expression.Block body = bodyOf(tree);
    FunctionResult result = FunctionResult.inferred();
    BodyContext context = new BodyContext(d, result, body, Set.of());
    int scope = context.scopes.enter();
    declareParameters(context, tree, parameters);
    TypedExpression typed = context.blocks.terms(body, null, Purpose.INFERRED_RESULT);
    context.scopes.leave(scope);
    return result.infer(typed.type());
  }

  /**
   * An expression outside functions: the initialiser of a global or the length of an array.
   *
   * @param wanted null where any type will do
   */
  static TypedExpression initializer(Expression tree, @Nullable PinkType wanted, Declarations d) {
    BodyContext context = new BodyContext(d, FunctionResult.absent(), tree, Set.of());
    TypedExpression typed =
        wanted == null
            ? context.expressions.infer(tree, null)
            : context.expressions.check(tree, wanted, Purpose.initializer("", null));
    context.deliver();
    return typed;
  }

  private static Expression.Block bodyOf(Declaration.Function tree) {
    Expression.Block body = tree.body();
    if (body == null) {
      throw new IllegalArgumentException("a function without a body has nothing to check");
    }
    return body;
  }

  /**
   * Checks as if no narrowed local had its address taken; where one turns out to have, once more
   * without narrowing it.
   */
  private CheckedFunction function(
      Declaration.Function tree, Entity.Function function, boolean inline) {
    Set<Integer> neverNarrowed = new HashSet<>();
    while (true) {
      BodyContext context = context(tree, function, neverNarrowed);
      int scope = context.scopes.enter();
      List<Local> parameters = declareParameters(context, tree, function.type().parameters());
      TypedExpression body = body(context, bodyOf(tree));
      context.blocks.leave(scope);
      if (!addNarrowedByMistake(context, neverNarrowed)) {
        context.deliver();
        return new CheckedFunction(
            function.symbol(),
            function.type(),
            function.linkage(),
            inline,
            parameters,
            context.scopes.locals(),
            context.scopes.addressTaken(),
            body,
            tree.name().start(),
            bodyOf(tree).end() - 1);
      }
    }
  }

  private BodyContext context(
      Declaration.Function tree, Entity.Function function, Set<Integer> neverNarrowed) {
    TypeTree written = tree.result();
    Span declared = written == null ? null : written.span();
    FunctionResult result =
        FunctionResult.known(tree.name().text(), function.type().result(), declared);
    return new BodyContext(declarations, result, bodyOf(tree), Set.copyOf(neverNarrowed));
  }

  private static TypedExpression body(BodyContext context, Expression.Block tree) {
    FunctionResult result = context.result;
    if (result.isDiscarded()) {
      return context.blocks.terms(tree, null, Purpose.UNUSED);
    }
    return result.isUnknown()
        ? context.blocks.terms(tree, null, Purpose.VALUE)
        : context.blocks.terms(tree, result.type(), result.purpose());
  }

  private static boolean addNarrowedByMistake(BodyContext context, Set<Integer> neverNarrowed) {
    boolean added = false;
    for (LocalSymbol local : context.scopes.all()) {
      if (local.wasEverNarrowed() && local.isAddressTaken()) {
        added |= neverNarrowed.add(local.local().offset());
      }
    }
    return added;
  }

  private static List<Local> declareParameters(
      BodyContext context, Declaration.Function tree, List<PinkType> types) {
    List<Local> parameters = new ArrayList<>(types.size());
    for (int i = 0; i < tree.parameters().size(); i++) {
      Declaration.Parameter parameter = tree.parameters().get(i);
      PinkType type = i < types.size() ? types.get(i) : PinkType.Erroneous.ERRONEOUS;
      LocalSymbol symbol =
          context.locals.declareUnchecked(parameter.name(), type, LocalSymbol.Role.PARAMETER);
      parameters.add(symbol.local());
    }
    return parameters;
  }
}
