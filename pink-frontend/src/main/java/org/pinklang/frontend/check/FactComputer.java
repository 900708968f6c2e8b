package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/** Computes the facts of one declaration from its tree; knows nothing of what is known already. */
final class FactComputer {
  private static final String HIDDEN =
      "it reads a constant of another unit that depends on a private declaration whose type is not"
          + " written out";

  private final FactReader facts;
  private final OwnTrees ownTrees;
  private final ResultInference inference;
  private final Linkages linkages;

  FactComputer(FactReader facts, OwnTrees ownTrees) {
    this.facts = facts;
    this.ownTrees = ownTrees;
    this.inference = new ResultInference(facts, ownTrees);
    this.linkages = new Linkages(facts);
  }

  ResultInference inference() {
    return inference;
  }

  Linkages linkages() {
    return linkages;
  }

  /** The tree of a declaration, whole for the unit's own. */
  Declaration tree(Declared declared) {
    Declaration own = facts.isOwn(declared) ? ownTrees.find(declared.name()) : null;
    return own == null ? declared.declaration().tree() : own;
  }

  // ---- entities -----------------------------------------------------------------------------

  @Nullable Entity entity(Declared declared) {
    return switch (tree(declared)) {
      case Declaration.Function function -> function(declared, function);
      case Declaration.Extern extern -> extern(declared, extern);
      case Declaration.Global global -> global(declared, global);
      case Declaration.Struct struct -> type(declared, PinkType.Nominal.Kind.STRUCT);
      case Declaration.Union union -> type(declared, PinkType.Nominal.Kind.UNION);
      case Declaration.Malformed malformed -> null;
    };
  }

  private static Entity type(Declared declared, PinkType.Nominal.Kind kind) {
    return new Entity.Type(new PinkType.Nominal(declared.symbol(), kind));
  }

  private @Nullable Entity function(Declared declared, Declaration.Function tree) {
    PinkType result = result(declared, tree);
    return result == null ? null : function(declared, tree, result);
  }

  /** Whether a declaration is a function that leaves its result to be inferred from its body. */
  boolean isInferred(Declared declared) {
    return tree(declared) instanceof Declaration.Function function
        && function.result() == null
        && function.body() != null;
  }

  /** A function whose result is being inferred. */
  @Nullable Entity pending(Declared declared) {
    return tree(declared) instanceof Declaration.Function function
        ? function(declared, function, PinkType.Never.NEVER)
        : null;
  }

  /** A function with a result that is known. */
  private Entity.Function function(Declared declared, Declaration.Function tree, PinkType result) {
    return new Entity.Function(
        declared.symbol(),
        new PinkType.Function(facts.parameters(declared, tree.parameters()), result, false),
        names(tree.parameters()),
        false,
        linkages.of(declared));
  }

  /** The types of the parameters of a function that is declared so. */
  List<PinkType> parameters(Declared declared) {
    return switch (tree(declared)) {
      case Declaration.Function function -> parameters(declared, function.parameters());
      case Declaration.Extern extern -> parameters(declared, extern.parameters());
      default -> List.of();
    };
  }

  /** The types of the parameters of a function. */
  List<PinkType> parameters(Declared declared, List<Declaration.Parameter> parameters) {
    List<PinkType> types = new ArrayList<>(parameters.size());
    for (Declaration.Parameter parameter : parameters) {
      types.add(declaredType(declared, parameter.type()));
    }
    return types;
  }

  private static List<String> names(List<Declaration.Parameter> parameters) {
    List<String> names = new ArrayList<>(parameters.size());
    for (Declaration.Parameter parameter : parameters) {
      names.add(parameter.name().text());
    }
    return names;
  }

  private @Nullable PinkType result(Declared declared, Declaration.Function tree) {
    if (tree.result() != null) {
      return declaredType(declared, tree.result());
    }
    if (facts.isOwn(declared)) {
      return tree.body() == null ? Scalar.NIL : inference.resultOf(declared, tree);
    }
    return unwritten(declared);
  }

  /** The type of a declaration of another unit that does not write it. */
  private @Nullable PinkType unwritten(Declared declared) {
    if (!declared.exported()) {
      facts.noteHidden();
    }
    return null;
  }

  private Entity extern(Declared declared, Declaration.Extern tree) {
    TypeTree result = tree.result();
    return new Entity.Function(
        declared.symbol(),
        new PinkType.Function(
            facts.parameters(declared, tree.parameters()),
            result == null ? Scalar.NIL : declaredType(declared, result),
            tree.variadic()),
        names(tree.parameters()),
        true,
        linkages.of(declared));
  }

  private @Nullable Entity global(Declared declared, Declaration.Global tree) {
    @Nullable PinkType type;
    if (tree.type() != null) {
      type = declaredType(declared, tree.type());
    } else if (!facts.isOwn(declared) && (declared.exported() || !declared.isConstant())) {
      type = unwritten(declared);
    } else {
      type = typeOfInitializer(declared);
      if (type == PinkType.Erroneous.ERRONEOUS && !facts.isOwn(declared)) {
        return null;
      }
    }
    return type == null
        ? null
        : new Entity.Global(declared.symbol(), type, declared.isConstant(), linkages.of(declared));
  }

  private PinkType typeOfInitializer(Declared declared) {
    TypedExpression value = facts.initializer(declared);
    return value == null || value.type() == PinkType.Never.NEVER
        ? PinkType.Erroneous.ERRONEOUS
        : value.type();
  }

  /** A type that a declaration writes; one held by value must have a size that is known here. */
  private PinkType declaredType(Declared declared, TypeTree tree) {
    UnitDeclarations scope = facts.scope(declared.unit());
    PinkType type = scope.resolveType(tree);
    PinkType.Nominal opaque = opaqueIn(type, scope);
    if (opaque == null) {
      return type;
    }
    scope.report(
        Diagnostic.of(TypeCode.OPAQUE, scope.file(), tree.span(), opaque.display())
            .note("use `*" + opaque.display() + "`")
            .build());
    return PinkType.Erroneous.ERRONEOUS;
  }

  private static PinkType.@Nullable Nominal opaqueIn(PinkType type, UnitDeclarations scope) {
    for (PinkType.Nominal held : TypeParts.heldByValue(type)) {
      if (scope.isOpaqueHere(held.symbol())) {
        return held;
      }
    }
    return null;
  }

  // ---- types --------------------------------------------------------------------------------

  @Nullable TypeDefinition fields(Declared declared) {
    return switch (tree(declared)) {
      case Declaration.Struct struct ->
          new TypeDefinition.Struct(
              declared.symbol(),
              struct.fields().stream()
                  .map(
                      field ->
                          new TypeDefinition.Field(
                              field.name().text(), declaredType(declared, field.type())))
                  .toList());
      case Declaration.Union union ->
          new TypeDefinition.Union(
              declared.symbol(),
              union.alternatives().stream().map(part -> alternative(declared, part)).toList());
      default -> null;
    };
  }

  private TypeDefinition.Alternative alternative(Declared declared, Declaration.Alternative tree) {
    return new TypeDefinition.Alternative(
        tree.name().text(), tree.type() == null ? null : declaredType(declared, tree.type()));
  }

  @Nullable TypeDefinition definition(Declared declared) {
    TypeDefinition fields = facts.fields(declared);
    if (fields == null) {
      return null;
    }
    boolean complete = true;
    for (PinkType.Nominal held : TypeParts.heldByValue(fields)) {
      complete &= facts.definition(held.symbol()) != null;
    }
    if (!complete) {
      return null;
    }
    Layout layout = facts.layouts().definitionLayout(fields);
    if (layout.size() <= Layouts.MAX_SIZE) {
      facts.keepLayout(declared.symbol(), layout);
      return fields;
    }
    if (!hasTooLargePart(fields)) {
      facts.report(
          Diagnostic.of(
                  TypeCode.TOO_LARGE,
                  declared.unit().logicalName(),
                  declared.nameSpan(),
                  declared.name())
              .build());
    }
    return null;
  }

  /** Whether the type of a field is too large by itself, which is found where it is written. */
  private boolean hasTooLargePart(TypeDefinition fields) {
    return TypeParts.ofFields(fields).stream()
        .anyMatch(type -> TypeParts.tooLarge(type, facts.layouts()) != null);
  }

  // ---- values -------------------------------------------------------------------------------

  @Nullable TypedExpression initializer(Declared declared) {
    if (!(tree(declared) instanceof Declaration.Global global)) {
      return null;
    }
    PinkType wanted = null;
    if (global.type() != null && facts.entity(declared) instanceof Entity.Global entity) {
      if (TypeParts.tooLarge(entity.type(), facts.layouts()) != null) {
        return null;
      }
      wanted = TypeParts.isErroneous(entity.type()) ? null : entity.type();
    }
    UnitDeclarations scope = facts.scope(declared.unit());
    TypedExpression typed = BodyChecker.initializer(global.initializer(), wanted, scope);
    return typed.type() == PinkType.Erroneous.ERRONEOUS ? null : typed;
  }

  @Nullable ConstantValue value(Declared declared) {
    TypedExpression initializer = facts.initializer(declared);
    if (initializer == null || !(tree(declared) instanceof Declaration.Global global)) {
      return null;
    }
    ConstantProblems problems =
        new ConstantProblems(facts.scope(declared.unit()), global.initializer());
    int errorsBefore = facts.errors();
    Evaluation evaluation = ConstantEvaluator.evaluate(initializer, new GlobalConstants(facts));
    boolean hidden = evaluation instanceof Evaluation.Unavailable && facts.errors() == errorsBefore;
    return problems.value(
        hidden && facts.isOwn(declared)
            ? new Evaluation.NotConstant(initializer.offset(), HIDDEN)
            : evaluation);
  }
}
