package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.ShortCircuit;

/** Booleans that decide where to go on. */
final class Conditions {
  private final FunctionScope scope;
  private final InstructionBuilder builder;

  Conditions(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** Evaluates a condition and goes to one of two blocks; no value is made on the way. */
  void branch(TypedExpression condition, IrBlock ifTrue, IrBlock ifFalse) {
    switch (condition) {
      case ShortCircuit both when both.isAnd() -> {
        IrBlock right = new IrBlock();
        branch(both.left(), right, ifFalse);
        scope.begin(right);
        branch(both.right(), ifTrue, ifFalse);
      }
      case ShortCircuit either -> {
        IrBlock right = new IrBlock();
        branch(either.left(), ifTrue, right);
        scope.begin(right);
        branch(either.right(), ifTrue, ifFalse);
      }
      case TypedExpression.Complement not -> branch(not.operand(), ifFalse, ifTrue);
      case TypedExpression.Constant(ConstantValue.BooleanConstant(boolean value), int offset) ->
          builder.branch(value ? ifTrue : ifFalse);
      default -> {
        IrValue value = scope.expressions().scalar(condition);
        scope.debug().locate(condition.offset());
        builder.branchIf(value, ifTrue, ifFalse);
      }
    }
  }

  /** The value of {@code and} and {@code or}. */
  Operand value(ShortCircuit expression) {
    IrContext context = scope.context();
    IrType i8 = context.integer(8);
    IrValue result = scope.frame().temporary(1);
    IrBlock ifTrue = new IrBlock();
    IrBlock ifFalse = new IrBlock();
    IrBlock done = new IrBlock();
    branch(expression, ifTrue, ifFalse);
    scope.begin(ifTrue);
    builder.store(context.integer(i8, 1), result);
    builder.branch(done);
    scope.begin(ifFalse);
    builder.store(context.integer(i8, 0), result);
    builder.branch(done);
    scope.begin(done);
    IrValue loaded = builder.load(i8, result);
    return new ScalarOperand(builder.cast(Cast.TRUNC, loaded, context.boolType()));
  }
}
