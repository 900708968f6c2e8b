package org.pinklang.frontend.check;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
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
    boolean allowed =
        switch (result) {
          case Scalar scalar -> !scalar.isFloat();
          case PinkType.Never never -> true;
          case PinkType.Erroneous erroneous -> true;
          default -> TypeParts.isErroneous(result);
        };
    if (!allowed) {
      Span place = tree.result() == null ? tree.name().span() : tree.result().span();
      report(at(NameCode.MAIN_RESULT, place, result.display()));
    }
  }

  private Diagnostic.Builder at(NameCode code, Span span, String... arguments) {
    return Diagnostic.of(code, facts.own().logicalName(), span, arguments);
  }

  private void report(Diagnostic.Builder diagnostic) {
    facts.report(diagnostic.build());
  }
}
