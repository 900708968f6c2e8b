package org.pinklang.frontend.check;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** The rules of a program unit's {@code main}. */
final class MainRules {
  private static final List<PinkType> ARGUMENTS =
      List.of(new PinkType.Slice(PinkType.Slice.OF_BYTES));

  private final FactReader facts;

  MainRules(FactReader facts) {
    this.facts = facts;
  }

  void check(Declared declared, Declaration tree) {
    if (!(tree instanceof Declaration.Function function)) {
      report(at(NameCode.MAIN_NOT_FUNCTION, declared.nameSpan()));
      return;
    }
    if (facts.entity(declared) instanceof Entity.Function entity) {
      parameters(function, entity.type().parameters());
      result(function, entity.type().result());
    }
  }

  private void parameters(Declaration.Function tree, List<PinkType> parameters) {
    boolean wrong = parameters.stream().anyMatch(TypeParts::isErroneous);
    if (!wrong && !parameters.isEmpty() && !parameters.equals(ARGUMENTS)) {
      Span first = tree.parameters().get(0).span();
      report(
          at(
              NameCode.MAIN_PARAMETERS,
              first.cover(tree.parameters().get(parameters.size() - 1).span())));
    }
  }

  private void result(Declaration.Function tree, PinkType result) {
    if (!isExitStatus(result)) {
      Span place = tree.result() == null ? tree.name().span() : tree.result().span();
      report(at(NameCode.MAIN_RESULT, place, result.display()));
    }
  }

  private static boolean isExitStatus(PinkType result) {
    return switch (result) {
      case Scalar scalar -> !scalar.isFloat();
      case PinkType.Never never -> true;
      default -> TypeParts.isErroneous(result);
    };
  }

  /**
   * Whether a {@code main} that writes no result gives {@code Nil} instead of what was inferred:
   * where it ends by binding or assigning a value that is no exit status, nobody means the value to
   * be one.
   */
  static boolean givesNothing(Expression.Block body, PinkType inferred) {
    return !isExitStatus(inferred) && endsInBinding(body);
  }

  private static boolean endsInBinding(Expression.Block body) {
    if (body.terms().isEmpty()) {
      return false;
    }
    return switch (body.terms().get(body.terms().size() - 1)) {
      case Term.Local local -> true;
      case Term.Evaluation evaluation -> binds(evaluation.expression());
      default -> false;
    };
  }

  private static boolean binds(Expression expression) {
    return switch (expression) {
      case Expression.Assignment assignment -> true;
      case Expression.Block block -> endsInBinding(block);
      case Expression.Conditional conditional ->
          conditional.branches().stream().allMatch(branch -> endsInBinding(branch.body()))
              && conditional.otherwise() != null
              && endsInBinding(conditional.otherwise());
      default -> false;
    };
  }

  private Diagnostic.Builder at(NameCode code, Span span, String... arguments) {
    return Diagnostic.of(code, facts.own().logicalName(), span, arguments);
  }

  private void report(Diagnostic.Builder diagnostic) {
    facts.report(diagnostic.build());
  }
}
