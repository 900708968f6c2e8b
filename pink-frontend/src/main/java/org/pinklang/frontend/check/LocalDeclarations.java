package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code x := e}, {@code x: T := e} and {@code (a, b) := t}. */
final class LocalDeclarations {
  private final BodyContext context;

  LocalDeclarations(BodyContext context) {
    this.context = context;
  }

  /** A declaration; the names are visible after it. */
  TypedExpression local(Term.Local tree) {
    TypeTree written = tree.type();
    PinkType wanted = written == null ? null : context.types.resolve(written);
    TypedExpression value =
        wanted == null || written == null
            ? context.expressions.infer(tree.initializer(), null)
            : context.expressions.check(
                tree.initializer(), wanted, Purpose.initializer(nameOf(tree), written.span()));
    LocalSymbol.Role role =
        tree.kind() == BindingKind.CONST ? LocalSymbol.Role.CONSTANT : LocalSymbol.Role.VARIABLE;
    PinkType type = wanted == null ? value.type() : wanted;
    return tree.names().size() == 1
        ? single(tree, type, value, role)
        : takenApart(tree, type, value, role);
  }

  private static String nameOf(Term.Local tree) {
    return tree.names().size() == 1 ? tree.names().getFirst().text() : "";
  }

  private TypedExpression single(
      Term.Local tree, PinkType type, TypedExpression value, LocalSymbol.Role role) {
    Identifier name = tree.names().getFirst();
    if (name.isDiscard()) {
      return new TypedExpression.Discard(value, tree.start());
    }
    LocalSymbol symbol = declare(name, type, role);
    if (role == LocalSymbol.Role.CONSTANT) {
      symbol.setConstantInitializer(value);
    }
    return new TypedExpression.Bind(symbol.local(), value, tree.start());
  }

  /** Declares a name; one that is there already is reported and hidden. */
  LocalSymbol declare(Identifier name, PinkType type, LocalSymbol.Role role) {
    LocalSymbol earlier = context.scopes.findInnermost(name.text());
    if (earlier != null) {
      earlier.markUsed();
      context.report(
          context
              .finding(FlowCode.REDECLARED, name, name.text())
              .secondary(earlier.nameSpan(), "declared here"));
    }
    LocalSymbol symbol = declareUnchecked(name, type, role);
    if (earlier != null) {
      symbol.markUsed();
    }
    return symbol;
  }

  /** Declares a name in a scope that is known not to have it, or has been reported to. */
  LocalSymbol declareUnchecked(Identifier name, PinkType type, LocalSymbol.Role role) {
    if (name.text().equals("size_of") || name.text().equals("align_of")) {
      context.report(context.finding(NameCode.PREDECLARED, name, name.text()));
    }
    LocalSymbol symbol = context.scopes.declare(name, type, role);
    context.observations.declared(symbol);
    return symbol;
  }

  private TypedExpression takenApart(
      Term.Local tree, PinkType type, TypedExpression value, LocalSymbol.Role role) {
    List<PinkType> types = elementTypes(tree, type);
    List<@Nullable Local> locals = new ArrayList<>(tree.names().size());
    for (int i = 0; i < tree.names().size(); i++) {
      Identifier name = tree.names().get(i);
      locals.add(name.isDiscard() ? null : declare(name, types.get(i), role).local());
    }
    return BodyContext.isSpent(value) || types.contains(PinkType.Erroneous.ERRONEOUS)
        ? value
        : new TypedExpression.BindTuple(locals, value, tree.start());
  }

  private List<PinkType> elementTypes(Term.Local tree, PinkType type) {
    int count = tree.names().size();
    if (type instanceof PinkType.Tuple tuple && tuple.elements().size() == count) {
      return tuple.elements();
    }
    if (!Coercions.agreesSilently(type)) {
      Span names = tree.names().getFirst().span().cover(tree.names().getLast().span());
      context.report(
          context.finding(
              TypeCode.NOT_TAKEN_APART, names, Integer.toString(count), type.display()));
    }
    return Collections.nCopies(count, PinkType.Erroneous.ERRONEOUS);
  }
}
