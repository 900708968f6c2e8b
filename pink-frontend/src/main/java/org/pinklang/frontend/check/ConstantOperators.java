package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.AggregateConstant;
import org.pinklang.frontend.typed.ConstantValue.BooleanConstant;
import org.pinklang.frontend.typed.ConstantValue.FloatConstant;
import org.pinklang.frontend.typed.ConstantValue.IntegerConstant;
import org.pinklang.frontend.typed.ConstantValue.NilConstant;
import org.pinklang.frontend.typed.ConstantValue.NullConstant;
import org.pinklang.frontend.typed.ConstantValue.RepeatedConstant;
import org.pinklang.frontend.typed.PanicReason;

/** The operators on constant values. */
final class ConstantOperators {
  private final StepBudget budget;

  ConstantOperators(StepBudget budget) {
    this.budget = budget;
  }

  /** {@code left operator right}; a panic is reported at {@code offset}. */
  ConstantValue binary(
      BinaryOperator operator, ConstantValue left, ConstantValue right, int offset) {
    if (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL) {
      boolean equal = equal(left, right, offset);
      return new BooleanConstant(equal == (operator == BinaryOperator.EQUAL));
    }
    if (left instanceof IntegerConstant integer) {
      return integers(operator, integer, ((IntegerConstant) right).value(), offset);
    }
    if (left instanceof FloatConstant number) {
      return floats(operator, number, ((FloatConstant) right).value());
    }
    return booleans(operator, ((BooleanConstant) left).value(), ((BooleanConstant) right).value());
  }

  private static ConstantValue integers(
      BinaryOperator operator, IntegerConstant left, long right, int offset) {
    Scalar type = left.type();
    if (operator.isComparison()) {
      return ordered(operator, IntegerArithmetic.compare(type, left.value(), right));
    }
    PanicReason panic = IntegerArithmetic.panic(operator, type, left.value(), right);
    if (panic != null) {
      throw EvaluationStop.panics(offset, panic);
    }
    return new IntegerConstant(type, IntegerArithmetic.apply(operator, type, left.value(), right));
  }

  private static BooleanConstant ordered(BinaryOperator operator, int comparison) {
    return new BooleanConstant(
        switch (operator) {
          case LESS -> comparison < 0;
          case LESS_EQUAL -> comparison <= 0;
          case GREATER -> comparison > 0;
          case GREATER_EQUAL -> comparison >= 0;
          default -> throw new IllegalArgumentException(operator.spelling());
        });
  }

  private static ConstantValue floats(BinaryOperator operator, FloatConstant left, double b) {
    double a = left.value();
    return switch (operator) {
      case LESS -> new BooleanConstant(a < b);
      case LESS_EQUAL -> new BooleanConstant(a <= b);
      case GREATER -> new BooleanConstant(a > b);
      case GREATER_EQUAL -> new BooleanConstant(a >= b);
      case ADD -> rounded(left.type(), a + b);
      case SUBTRACT -> rounded(left.type(), a - b);
      case MULTIPLY -> rounded(left.type(), a * b);
      case DIVIDE -> rounded(left.type(), a / b);
      default -> throw new IllegalArgumentException(operator.spelling());
    };
  }

  /**
   * The result of one operation on a type. Double precision has more than twice the digits of
   * single precision, so rounding twice gives what rounding once would.
   */
  private static FloatConstant rounded(Scalar type, double value) {
    return new FloatConstant(type, type == Scalar.FLOAT32 ? (float) value : value);
  }

  private static BooleanConstant booleans(BinaryOperator operator, boolean a, boolean b) {
    return new BooleanConstant(
        switch (operator) {
          case AND_BITS -> a && b;
          case OR_BITS -> a || b;
          case XOR_BITS -> a ^ b;
          default -> throw new IllegalArgumentException(operator.spelling());
        });
  }

  /** {@code -value}. */
  static ConstantValue negate(ConstantValue value) {
    return value instanceof FloatConstant number
        ? new FloatConstant(number.type(), -number.value())
        : new IntegerConstant(
            ((IntegerConstant) value).type(),
            ((IntegerConstant) value).type().wrap(-((IntegerConstant) value).value()));
  }

  /** {@code !value} or {@code ~value}. */
  static ConstantValue complement(ConstantValue value) {
    return value instanceof BooleanConstant truth
        ? new BooleanConstant(!truth.value())
        : new IntegerConstant(
            ((IntegerConstant) value).type(),
            ((IntegerConstant) value).type().wrap(~((IntegerConstant) value).value()));
  }

  private boolean equal(ConstantValue left, ConstantValue right, int offset) {
    budget.spend(1, offset);
    return switch (left) {
      case IntegerConstant integer -> integer.value() == ((IntegerConstant) right).value();
      case FloatConstant number -> number.value() == ((FloatConstant) right).value();
      case BooleanConstant truth -> truth.value() == ((BooleanConstant) right).value();
      case NilConstant nil -> true;
      case AggregateConstant aggregate -> equalElements(aggregate, right, offset);
      case RepeatedConstant repeated -> equalRepeated(repeated, right, offset);
      default -> equalPointers(left, right, offset);
    };
  }

  private static boolean equalPointers(ConstantValue left, ConstantValue right, int offset) {
    if (left instanceof NullConstant && right instanceof NullConstant) {
      return true;
    }
    throw EvaluationStop.notConstant(offset, "it compares addresses");
  }

  private boolean equalRepeated(RepeatedConstant left, ConstantValue right, int offset) {
    if (left.type().length() == 0) {
      return true;
    }
    if (right instanceof RepeatedConstant other) {
      return equal(left.element(), other.element(), offset);
    }
    return equalElements((AggregateConstant) right, left, offset);
  }

  private boolean equalElements(AggregateConstant left, ConstantValue right, int offset) {
    @Nullable List<ConstantValue> others =
        right instanceof AggregateConstant a ? a.elements() : null;
    for (int i = 0; i < left.elements().size(); i++) {
      ConstantValue other = others != null ? others.get(i) : ((RepeatedConstant) right).element();
      if (!equal(left.elements().get(i), other, offset)) {
        return false;
      }
    }
    return true;
  }
}
