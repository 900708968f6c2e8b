package org.pinklang.frontend.check;

import java.util.ArrayList;
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
    TypedExpression value = initializer(tree);
    LocalSymbol.Role role =
        tree.kind() == BindingKind.CONST ? LocalSymbol.Role.CONSTANT : LocalSymbol.Role.VARIABLE;
    return tree.names().size() == 1
        ? single(tree.names().getFirst(), value, role, tree.start())
        : takenApart(tree, value, role);
  }

  private TypedExpression initializer(Term.Local tree) {
    TypeTree typeTree = tree.type();
    if (typeTree == null) {
      return context.expressions.infer(tree.initializer(), null);
    }
    PinkType type = context.types.resolve(typeTree);
    String name = tree.names().size() == 1 ? tree.names().getFirst().text() : "";
    TypedExpression value =
        context.expressions.check(
            tree.initializer(), type, Purpose.initializer(name, typeTree.span()));
    return BodyContext.isErroneous(value) && type != PinkType.Erroneous.ERRONEOUS
        ? new TypedExpression.Block(List.of(), type, value.offset())
        : value;
  }

  private TypedExpression single(
      Identifier name, TypedExpression value, LocalSymbol.Role role, int offset) {
    if (name.isDiscard()) {
      return new TypedExpression.Discard(value, offset);
    }
    LocalSymbol symbol = declare(name, value.type(), role);
    if (role == LocalSymbol.Role.CONSTANT) {
      symbol.setConstantInitializer(value);
    }
    return new TypedExpression.Bind(symbol.local(), value, offset);
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
    return context.scopes.declare(name, type, role);
  }

  private TypedExpression takenApart(
      Term.Local tree, TypedExpression value, LocalSymbol.Role role) {
    List<PinkType> types = elementTypes(tree, value);
    List<@Nullable Local> locals = new ArrayList<>(tree.names().size());
    for (int i = 0; i < tree.names().size(); i++) {
      Identifier name = tree.names().get(i);
      locals.add(name.isDiscard() ? null : declare(name, types.get(i), role).local());
    }
    return BodyContext.isNever(value) || types.contains(PinkType.Erroneous.ERRONEOUS)
        ? value
        : new TypedExpression.BindTuple(locals, value, tree.start());
  }

  private List<PinkType> elementTypes(Term.Local tree, TypedExpression value) {
    int count = tree.names().size();
    if (value.type() instanceof PinkType.Tuple tuple && tuple.elements().size() == count) {
      return tuple.elements();
    }
    if (!Coercions.agreesSilently(value.type())) {
      Span names = tree.names().getFirst().span().cover(tree.names().getLast().span());
      context.report(
          context.finding(
              TypeCode.NOT_TAKEN_APART, names, Integer.toString(count), value.type().display()));
    }
    List<PinkType> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      types.add(PinkType.Erroneous.ERRONEOUS);
    }
    return types;
  }
}
