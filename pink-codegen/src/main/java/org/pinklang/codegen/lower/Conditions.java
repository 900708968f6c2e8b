package org.pinklang.codegen.lower;

import org.pinklang.codegen.llvm.Cast;
import org.pinklang.codegen.llvm.InstructionBuilder;
import org.pinklang.codegen.llvm.LlvmBlock;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;
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
  void branch(TypedExpression condition, LlvmBlock ifTrue, LlvmBlock ifFalse) {
    switch (condition) {
      case ShortCircuit both when both.isAnd() -> {
        LlvmBlock right = new LlvmBlock();
        branch(both.left(), right, ifFalse);
        scope.begin(right);
        branch(both.right(), ifTrue, ifFalse);
      }
      case ShortCircuit either -> {
        LlvmBlock right = new LlvmBlock();
        branch(either.left(), ifTrue, right);
        scope.begin(right);
        branch(either.right(), ifTrue, ifFalse);
      }
      case TypedExpression.Complement not -> branch(not.operand(), ifFalse, ifTrue);
      case TypedExpression.Constant(ConstantValue.BooleanConstant(boolean value), int offset) ->
          builder.branch(value ? ifTrue : ifFalse);
      default -> builder.branchIf(scope.expressions().scalar(condition), ifTrue, ifFalse);
    }
  }

  /** The value of {@code and} and {@code or}. */
  Operand value(ShortCircuit expression) {
    LlvmContext context = scope.context();
    LlvmType i8 = context.integer(8);
    LlvmValue result = scope.frame().temporary(1);
    LlvmBlock ifTrue = new LlvmBlock();
    LlvmBlock ifFalse = new LlvmBlock();
    LlvmBlock done = new LlvmBlock();
    branch(expression, ifTrue, ifFalse);
    scope.begin(ifTrue);
    builder.store(context.integer(i8, 1), result);
    builder.branch(done);
    scope.begin(ifFalse);
    builder.store(context.integer(i8, 0), result);
    builder.branch(done);
    scope.begin(done);
    LlvmValue loaded = builder.load(i8, result);
    return new ScalarOperand(builder.cast(Cast.TRUNC, loaded, context.boolType()));
  }
}
