package org.pinklang.frontend.check;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/** Types written in bodies, and what must be known of them. */
final class TypeUses {
  private static final int MAX_PARTS = 10_000;

  private final ArrayLengths lengths;
  private final BodyContext context;

  TypeUses(BodyContext context) {
    this.context = context;
    this.lengths = new ArrayLengths(context);
  }

  /** The type a tree stands for; a local of the name hides a type. */
  PinkType resolve(TypeTree tree) {
    return hasHiddenName(tree)
        ? PinkType.Erroneous.ERRONEOUS
        : context.declarations.resolveType(tree, lengths::length);
  }

  /** The length of an array literal {@code [e; n]}, −1 where it is wrong. */
  long length(Expression tree) {
    return lengths.length(tree);
  }

  /** {@code size_of(T)} and {@code align_of(T)}. */
  TypedExpression sizeOf(Expression.SizeOf tree) {
    PinkType type = resolve(tree.type());
    if (!isKnown(type, new HashSet<>())) {
      return BodyContext.erroneous(tree.start());
    }
    PinkType.Nominal opaque = opaqueIn(type);
    if (opaque != null) {
      return context.reject(
          context.finding(TypeCode.OPAQUE, tree.type(), opaque.display()), tree.start());
    }
    Layout layout = context.declarations.layouts().layout(type);
    return new TypedExpression.Constant(
        new ConstantValue.IntegerConstant(
            Scalar.INTEGER64, tree.alignment() ? layout.alignment() : layout.size()),
        tree.start());
  }

  /** Reports a value of an opaque type of another module, which has no known size. */
  TypedExpression requireComplete(TypedExpression value, Span span) {
    return isComplete(value.type(), span) ? value : BodyContext.erroneous(value.offset());
  }

  /** Whether values of a type have a size here; else this is reported. */
  boolean isComplete(PinkType type, Span span) {
    PinkType.Nominal opaque = opaqueIn(type);
    if (opaque == null) {
      return true;
    }
    context.report(
        context
            .finding(TypeCode.OPAQUE, span, opaque.display())
            .note("pass the pointer on, or call a function of its module"));
    return false;
  }

  /** Reports an array type that is too large; true where it is not. */
  boolean requireFitting(PinkType.Array type, Expression tree) {
    if (Coercions.agreesSilently(type)
        || !isKnown(type, new HashSet<>())
        || context.declarations.layouts().layout(type).size() <= Layouts.MAX_SIZE) {
      return true;
    }
    context.report(context.finding(TypeCode.TOO_LARGE, tree, type.display()));
    return false;
  }

  /**
   * Reports a tuple of too many parts; true where it is none. Types are not written where they are
   * inferred, so that a few lines can double one often enough to exhaust any machine.
   */
  boolean requireSimple(PinkType.Tuple type, Expression tree) {
    if (countParts(type, MAX_PARTS) >= 0) {
      return true;
    }
    context.report(context.finding(TypeCode.TOO_MANY_PARTS, tree, Integer.toString(MAX_PARTS)));
    return false;
  }

  /**
   * What is left of {@code limit} once the parts of a type are taken off; negative for too many.
   */
  private static int countParts(PinkType type, int limit) {
    if (limit < 0) {
      return limit;
    }
    return switch (type) {
      case PinkType.Tuple tuple -> {
        int left = limit - 1;
        for (PinkType element : tuple.elements()) {
          left = countParts(element, left);
        }
        yield left;
      }
      case PinkType.Array array -> countParts(array.element(), limit - 1);
      case PinkType.Pointer pointer -> countParts(pointer.target(), limit - 1);
      case PinkType.Slice slice -> countParts(slice.element(), limit - 1);
      default -> limit - 1;
    };
  }

  private PinkType.@Nullable Nominal opaqueIn(PinkType type) {
    return switch (type) {
      case PinkType.Nominal nominal ->
          context.declarations.isOpaqueHere(nominal.symbol()) ? nominal : null;
      case PinkType.Array array -> opaqueIn(array.element());
      case PinkType.Tuple tuple -> {
        PinkType.Nominal found = null;
        for (PinkType element : tuple.elements()) {
          found = found == null ? opaqueIn(element) : found;
        }
        yield found;
      }
      default -> null;
    };
  }

  /** Whether the layout of a type can be computed; else this has been reported. */
  private boolean isKnown(PinkType type, Set<SymbolId> seen) {
    return switch (type) {
      case PinkType.Nominal nominal -> isKnownDefinition(nominal.symbol(), seen);
      case PinkType.Array array -> isKnown(array.element(), seen);
      case PinkType.Tuple tuple -> {
        boolean known = true;
        for (PinkType element : tuple.elements()) {
          known &= isKnown(element, seen);
        }
        yield known;
      }
      case PinkType.Erroneous erroneous -> false;
      default -> true;
    };
  }

  private boolean isKnownDefinition(SymbolId symbol, Set<SymbolId> seen) {
    if (!seen.add(symbol) || context.declarations.isOpaqueHere(symbol)) {
      return true;
    }
    return switch (context.declarations.definition(symbol)) {
      case TypeDefinition.Struct struct -> {
        boolean known = true;
        for (TypeDefinition.Field field : struct.fields()) {
          known &= isKnown(field.type(), seen);
        }
        yield known;
      }
      case TypeDefinition.Union union -> {
        boolean known = true;
        for (TypeDefinition.Alternative alternative : union.alternatives()) {
          PinkType payload = alternative.type();
          known &= payload == null || isKnown(payload, seen);
        }
        yield known;
      }
      case null -> false;
    };
  }

  private boolean hasHiddenName(TypeTree tree) {
    return switch (tree) {
      case TypeTree.Named named -> isHidden(named);
      case TypeTree.Pointer pointer -> hasHiddenName(pointer.target());
      case TypeTree.Array array -> hasHiddenName(array.element());
      case TypeTree.Tuple tuple -> {
        boolean hidden = false;
        for (TypeTree element : tuple.elements()) {
          hidden |= hasHiddenName(element);
        }
        yield hidden;
      }
      case TypeTree.Function function -> {
        TypeTree result = function.result();
        boolean hidden = result != null && hasHiddenName(result);
        for (TypeTree parameter : function.parameters()) {
          hidden |= hasHiddenName(parameter);
        }
        yield hidden;
      }
      case TypeTree.Malformed malformed -> false;
    };
  }

  private boolean isHidden(TypeTree.Named named) {
    LocalSymbol local = named.qualifier() == null ? context.scopes.find(named.name().text()) : null;
    if (local == null) {
      return false;
    }
    local.markUsed();
    context.observations.used(local, named.start());
    context.report(
        context
            .finding(TypeCode.VARIABLE_AS_TYPE, named, named.name().text())
            .secondary(local.nameSpan(), "declared here"));
    return true;
  }
}
