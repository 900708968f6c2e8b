package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.BinaryInstruction;
import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.PanicReason;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.Binary;

/** Operators on scalars. */
final class Arithmetic {
  private final FunctionScope scope;
  private final InstructionBuilder builder;

  Arithmetic(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** A binary operator. */
  Operand binary(Binary binary) {
    BinaryOperator operator = binary.operator();
    if (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL) {
      return scope.equality().compare(binary);
    }
    IrValue left = scope.expressions().scalar(binary.left());
    IrValue right = scope.expressions().scalar(binary.right());
    if (!builder.isReachable() || !(binary.left().type() instanceof Scalar type)) {
      return None.NONE;
    }
    if (operator.isShift()) {
      return new ScalarOperand(shift(binary, type, left, right));
    }
    if (operator.isComparison()) {
      return new ScalarOperand(builder.compare(ordering(operator, type), left, right));
    }
    if (type.isInteger()
        && (operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER)) {
      checkDivision(binary, type, left, right);
    }
    return new ScalarOperand(builder.binary(instruction(operator, type), left, right));
  }

  private static Comparison ordering(BinaryOperator operator, Scalar type) {
    boolean isFloat = type.isFloat();
    boolean isSigned = type.isSigned();
    return switch (operator) {
      case LESS -> isFloat ? Comparison.FLT : isSigned ? Comparison.SLT : Comparison.ULT;
      case LESS_EQUAL -> isFloat ? Comparison.FLE : isSigned ? Comparison.SLE : Comparison.ULE;
      case GREATER -> isFloat ? Comparison.FGT : isSigned ? Comparison.SGT : Comparison.UGT;
      default -> isFloat ? Comparison.FGE : isSigned ? Comparison.SGE : Comparison.UGE;
    };
  }

  private static BinaryInstruction instruction(BinaryOperator operator, Scalar type) {
    boolean isFloat = type.isFloat();
    boolean isSigned = type.isSigned();
    return switch (operator) {
      case ADD -> isFloat ? BinaryInstruction.FADD : BinaryInstruction.ADD;
      case SUBTRACT -> isFloat ? BinaryInstruction.FSUB : BinaryInstruction.SUB;
      case MULTIPLY -> isFloat ? BinaryInstruction.FMUL : BinaryInstruction.MUL;
      case DIVIDE ->
          isFloat
              ? BinaryInstruction.FDIV
              : isSigned ? BinaryInstruction.SDIV : BinaryInstruction.UDIV;
      case REMAINDER -> isSigned ? BinaryInstruction.SREM : BinaryInstruction.UREM;
      case AND_BITS -> BinaryInstruction.AND;
      case OR_BITS -> BinaryInstruction.OR;
      case XOR_BITS -> BinaryInstruction.XOR;
      default -> throw new IllegalArgumentException("not arithmetic: " + operator.spelling());
    };
  }

  private void checkDivision(Binary binary, Scalar type, IrValue left, IrValue right) {
    IrType register = scope.module().types().register(type);
    long divisor = Expressions.knownInteger(binary.right(), 0);
    if (divisor == 0) {
      IrValue zero = scope.context().integer(register, 0);
      IrValue nonZero = builder.compare(Comparison.NE, right, zero);
      scope.panics().require(nonZero, PanicReason.DIVISION_BY_ZERO, binary.offset());
    }
    if (type.isSigned() && (divisor == 0 || divisor == -1)) {
      IrValue lowest = scope.context().integer(register, 1L << type.bits() - 1);
      IrValue minusOne = scope.context().integer(register, -1);
      IrValue fits =
          builder.binary(
              BinaryInstruction.OR,
              builder.compare(Comparison.NE, left, lowest),
              builder.compare(Comparison.NE, right, minusOne));
      scope.panics().require(fits, PanicReason.DIVISION_OVERFLOW, binary.offset());
    }
  }

  private IrValue shift(Binary binary, Scalar type, IrValue left, IrValue right) {
    Scalar countType = binary.right().type() instanceof Scalar scalar ? scalar : type;
    long known = Expressions.knownInteger(binary.right(), -1);
    if (known < 0 || known >= type.bits()) {
      checkCount(binary, type, countType, right);
    }
    IrValue count = resize(right, countType, type);
    if (binary.operator() == BinaryOperator.SHIFT_LEFT) {
      return builder.binary(BinaryInstruction.SHL, left, count);
    }
    return builder.binary(
        type.isSigned() ? BinaryInstruction.ASHR : BinaryInstruction.LSHR, left, count);
  }

  /** A negative count is a large unsigned one, so one comparison finds both. */
  private void checkCount(Binary binary, Scalar type, Scalar countType, IrValue count) {
    IrType register = scope.module().types().register(countType);
    IrValue width = scope.context().integer(register, type.bits());
    IrValue inRange = builder.compare(Comparison.ULT, count, width);
    scope.panics().require(inRange, PanicReason.SHIFT_OUT_OF_RANGE, binary.offset());
  }

  private IrValue resize(IrValue value, Scalar from, Scalar to) {
    if (from.bits() == to.bits()) {
      return value;
    }
    Cast cast = from.bits() > to.bits() ? Cast.TRUNC : Cast.ZEXT;
    return builder.cast(cast, value, scope.module().types().register(to));
  }

  /** {@code -x}. */
  Operand negate(TypedExpression.Negate negate) {
    IrValue value = scope.expressions().scalar(negate.operand());
    boolean isFloat = negate.type() instanceof Scalar scalar && scalar.isFloat();
    return new ScalarOperand(isFloat ? builder.negateFloat(value) : builder.negate(value));
  }

  /** {@code !x} and {@code ~x}. */
  Operand complement(TypedExpression.Complement complement) {
    return new ScalarOperand(builder.not(scope.expressions().scalar(complement.operand())));
  }

  /** Whether values of a type are floats. */
  static boolean isFloat(PinkType type) {
    return type instanceof Scalar scalar && scalar.isFloat();
  }
}
