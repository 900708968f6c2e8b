package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression.Convert;

/** Conversions between integers, floats and Booleans. */
final class Conversions {
  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final IrContext context;

  Conversions(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
    this.context = scope.context();
  }

  /** Evaluates and converts. */
  Operand convert(Convert convert) {
    IrValue value = scope.expressions().scalar(convert.operand());
    if (!builder.isReachable() || !(convert.operand().type() instanceof Scalar from)) {
      return None.NONE;
    }
    return new ScalarOperand(convert(value, from, convert.type()));
  }

  private IrValue convert(IrValue value, Scalar from, Scalar to) {
    if (from == to) {
      return value;
    }
    if (to == Scalar.BOOLEAN) {
      Comparison differs = from.isFloat() ? Comparison.FNE : Comparison.NE;
      return builder.compare(differs, value, context.zero(register(from)));
    }
    if (from.isFloat()) {
      return to.isFloat() ? betweenFloats(value, from, to) : toInteger(value, from, to);
    }
    return to.isFloat() ? toFloat(value, from, to) : betweenIntegers(value, from, to);
  }

  private IrValue betweenFloats(IrValue value, Scalar from, Scalar to) {
    Cast cast = from.bits() < to.bits() ? Cast.FPEXT : Cast.FPTRUNC;
    return builder.cast(cast, value, register(to));
  }

  /** From a Boolean too, which is an integer of one bit. */
  private IrValue betweenIntegers(IrValue value, Scalar from, Scalar to) {
    if (from == Scalar.BOOLEAN) {
      return builder.cast(Cast.ZEXT, value, register(to));
    }
    if (from.bits() == to.bits()) {
      return value;
    }
    Cast cast = from.bits() > to.bits() ? Cast.TRUNC : from.isSigned() ? Cast.SEXT : Cast.ZEXT;
    return builder.cast(cast, value, register(to));
  }

  /** By way of a wider signed integer where there is one: that is a single instruction. */
  private IrValue toFloat(IrValue value, Scalar from, Scalar to) {
    if (from == Scalar.UNSIGNED64) {
      return builder.cast(Cast.UITOFP, value, register(to));
    }
    Scalar wide = from == Scalar.UNSIGNED32 ? Scalar.INTEGER64 : Scalar.INTEGER32;
    Scalar signed = from.bits() <= 16 || from == Scalar.UNSIGNED32 ? wide : from;
    return builder.cast(Cast.SITOFP, betweenIntegers(value, from, signed), register(to));
  }

  /**
   * Towards zero; past the ends of the integer type its ends; NaN gives 0. The conversion itself is
   * meaningless there, so its result is then not selected.
   */
  private IrValue toInteger(IrValue value, Scalar from, Scalar to) {
    Scalar through = intermediate(to);
    double lowest = to.isSigned() ? -Math.scalb(1.0, to.bits() - 1) : 0;
    double pastHighest = Math.scalb(1.0, to.isSigned() ? to.bits() - 1 : to.bits());
    Cast cast = through == Scalar.UNSIGNED64 ? Cast.FPTOUI : Cast.FPTOSI;
    IrValue converted = builder.cast(cast, value, register(through));
    IrValue below = compare(Comparison.FLT, value, from, lowest);
    IrValue above = compare(Comparison.FGE, value, from, pastHighest);
    IrValue isNan = builder.compare(Comparison.FUNORDERED, value, value);
    long lowestInteger = to.isSigned() ? -1L << to.bits() - 1 : 0;
    long highestInteger = to.isSigned() ? ~lowestInteger : to.wrap(-1);
    IrValue result = select(above, highestInteger, through, converted);
    result = select(below, lowestInteger, through, result);
    result = select(isNan, 0, through, result);
    return through.bits() == to.bits() ? result : builder.cast(Cast.TRUNC, result, register(to));
  }

  /** An integer type that a float is converted to in one instruction, at least as wide. */
  private static Scalar intermediate(Scalar to) {
    if (to == Scalar.UNSIGNED64) {
      return to;
    }
    return to.bits() < 32 || to == Scalar.INTEGER32 ? Scalar.INTEGER32 : Scalar.INTEGER64;
  }

  private IrValue compare(Comparison comparison, IrValue value, Scalar type, double bound) {
    return builder.compare(comparison, value, context.floating(register(type), bound));
  }

  private IrValue select(IrValue condition, long constant, Scalar type, IrValue otherwise) {
    return builder.select(condition, context.integer(register(type), constant), otherwise);
  }

  private IrType register(Scalar type) {
    return scope.module().types().register(type);
  }
}
