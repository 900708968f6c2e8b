package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.TypedExpression;

/** Which expressions are places, what they are parts of, and their addresses. */
final class Places {
  private final BodyContext context;

  Places(BodyContext context) {
    this.context = context;
  }

  /** An expression as a place: a bare local has its declared type. */
  TypedExpression place(Expression tree) {
    Expression inner = Expressions.withoutParentheses(tree);
    return inner instanceof Expression.Path path
        ? context.names.place(path)
        : context.expressions.infer(inner, null);
  }

  /** Whether an expression is a place. */
  static boolean isPlace(TypedExpression expression) {
    TypedExpression current = expression;
    while (true) {
      switch (current) {
        case TypedExpression.LocalPlace local -> {
          return true;
        }
        case TypedExpression.GlobalPlace global -> {
          return true;
        }
        case TypedExpression.Dereference dereference -> {
          return true;
        }
        case TypedExpression.FieldAccess field -> current = field.object();
        case TypedExpression.ElementAccess element -> {
          if (element.base().type() instanceof PinkType.Slice) {
            return true;
          }
          current = element.base();
        }
        default -> {
          return false;
        }
      }
    }
  }

  /** The variable a place is part of, not through any pointer; null for other places. */
  static @Nullable TypedExpression root(TypedExpression place) {
    TypedExpression current = place;
    while (true) {
      if (current instanceof TypedExpression.FieldAccess field) {
        current = field.object();
      } else if (current instanceof TypedExpression.ElementAccess element
          && element.base().type() instanceof PinkType.Array) {
        current = element.base();
      } else {
        return current instanceof TypedExpression.LocalPlace
                || current instanceof TypedExpression.GlobalPlace
            ? current
            : null;
      }
    }
  }

  /** The name of the constant a place is part of; null where it can be assigned. */
  @Nullable String constantOf(TypedExpression place) {
    return switch (root(place)) {
      case TypedExpression.LocalPlace local ->
          context.scopes.symbol(local.local()).isConstant() ? local.local().name() : null;
      case TypedExpression.GlobalPlace global ->
          global.constant() ? global.symbol().display() : null;
      case null, default -> null;
    };
  }

  /** {@code &place}. */
  TypedExpression addressOf(TypedExpression place, int offset) {
    markAddressTaken(place);
    return pointerTo(place, offset);
  }

  /** The address of a place, which is not noted yet. */
  static TypedExpression pointerTo(TypedExpression place, int offset) {
    return new TypedExpression.AddressOf(place, new PinkType.Pointer(place.type(), false), offset);
  }

  /** Notes that the address of a place is taken. */
  void markAddressTaken(TypedExpression place) {
    if (root(place) instanceof TypedExpression.LocalPlace local) {
      context.scopes.symbol(local.local()).markAddressTaken();
    }
  }

  /** The local whose narrowed value an expression is; null for any other. */
  @Nullable LocalSymbol narrowedLocal(TypedExpression expression) {
    if (expression instanceof TypedExpression.PointerCast cast
        && cast.operand() instanceof TypedExpression.LocalPlace place) {
      LocalSymbol symbol = context.scopes.symbol(place.local());
      return symbol.isNarrowed() && !cast.type().nullable() ? symbol : null;
    }
    return null;
  }

  /** The local whose address a value is, directly or as a slice; null for other values. */
  static TypedExpression.@Nullable LocalPlace addressedLocal(TypedExpression value) {
    TypedExpression current = value;
    while (true) {
      switch (current) {
        case TypedExpression.PointerCast cast -> current = cast.operand();
        case TypedExpression.ArrayToSlice slice -> current = slice.pointer();
        case TypedExpression.SliceOf slice -> {
          TypedExpression base = slice.base();
          if (base.type() instanceof PinkType.Array) {
            return root(base) instanceof TypedExpression.LocalPlace local ? local : null;
          }
          current = base;
        }
        case TypedExpression.AddressOf address -> {
          return root(address.place()) instanceof TypedExpression.LocalPlace local ? local : null;
        }
        case TypedExpression.SlicePointer pointer -> current = pointer.slice();
        default -> {
          return null;
        }
      }
    }
  }
}
