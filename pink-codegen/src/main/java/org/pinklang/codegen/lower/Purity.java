package org.pinklang.codegen.lower;

import org.pinklang.frontend.typed.TypedExpression;

/** What is plain from an expression's form alone. */
final class Purity {
  private Purity() {}

  /** Whether evaluating the expression surely changes nothing; quick, so often false. */
  static boolean isPure(TypedExpression expression) {
    TypedExpression part = expression;
    while (true) {
      switch (part) {
        case TypedExpression.Constant constant -> {
          return true;
        }
        case TypedExpression.StringValue string -> {
          return true;
        }
        case TypedExpression.FunctionReference function -> {
          return true;
        }
        case TypedExpression.LocalPlace local -> {
          return true;
        }
        case TypedExpression.GlobalPlace global -> {
          return true;
        }
        case TypedExpression.FieldAccess access -> part = access.object();
        case TypedExpression.Dereference dereference -> part = dereference.pointer();
        case TypedExpression.AddressOf addressOf -> part = addressOf.place();
        case TypedExpression.SliceLength length -> part = length.slice();
        case TypedExpression.SlicePointer pointer -> part = pointer.slice();
        case TypedExpression.PointerCast cast -> part = cast.operand();
        case TypedExpression.ArrayToSlice slice -> part = slice.pointer();
        case TypedExpression.Convert convert -> part = convert.operand();
        case TypedExpression.Negate negate -> part = negate.operand();
        default -> {
          return false;
        }
      }
    }
  }

  /** Whether the expression names something that can be written or pointed to. */
  static boolean isPlace(TypedExpression expression) {
    TypedExpression part = expression;
    while (true) {
      switch (part) {
        case TypedExpression.LocalPlace local -> {
          return true;
        }
        case TypedExpression.GlobalPlace global -> {
          return true;
        }
        case TypedExpression.Dereference dereference -> {
          return true;
        }
        case TypedExpression.FieldAccess access -> part = access.object();
        case TypedExpression.ElementAccess access -> {
          if (Representation.of(access.base().type()) == Representation.SLICE) {
            return true;
          }
          part = access.base();
        }
        default -> {
          return false;
        }
      }
    }
  }

  /** Whether the aggregate that the expression gives may lie where the program can change it. */
  static boolean mayLieInPlace(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Constant constant -> false;
      case TypedExpression.StructValue value -> false;
      case TypedExpression.TupleValue value -> false;
      case TypedExpression.ArrayValue value -> false;
      case TypedExpression.RepeatedArrayValue value -> false;
      case TypedExpression.UnionValue value -> false;
      case TypedExpression.Call call -> false;
      case TypedExpression.If conditional -> false;
      case TypedExpression.Match match -> false;
      default -> true;
    };
  }
}
