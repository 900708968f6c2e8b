package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.ir.BinaryInstruction;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.TypedExpression.Binary;

/** {@code ==} and {@code !=} of everything that can be compared. Padding is never looked at. */
final class Equality {
  /** Arrays of more elements are compared by a loop. */
  private static final int MAX_UNROLLED = 4;

  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final IrContext context;

  Equality(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
    this.context = scope.context();
  }

  /** A comparison for equality. */
  Operand compare(Binary binary) {
    Operand left = scope.expressions().evaluateBefore(binary.left(), List.of(binary.right()));
    Operand right = scope.expressions().evaluate(binary.right());
    if (!builder.isReachable()) {
      return None.NONE;
    }
    boolean wanted = binary.operator() == BinaryOperator.EQUAL;
    PinkType type = binary.left().type();
    return new ScalarOperand(
        switch (Representation.of(type)) {
          case SCALAR ->
              builder.compare(scalarComparison(type, wanted), left.scalar(), right.scalar());
          case MEMORY -> memory(type, left.address(), right.address(), wanted);
          default -> context.integer(context.boolType(), wanted ? 1 : 0);
        });
  }

  private static Comparison scalarComparison(PinkType type, boolean equal) {
    if (Arithmetic.isFloat(type)) {
      return equal ? Comparison.FEQ : Comparison.FNE;
    }
    return equal ? Comparison.EQ : Comparison.NE;
  }

  private IrValue memory(PinkType type, IrValue left, IrValue right, boolean wanted) {
    IrValue result = scope.frame().temporary(1);
    IrBlock differ = new IrBlock();
    IrBlock done = new IrBlock();
    branchUnlessEqual(type, left, right, differ);
    store(result, wanted);
    builder.branch(done);
    scope.begin(differ);
    store(result, !wanted);
    builder.branch(done);
    scope.begin(done);
    IrValue loaded = builder.load(context.integer(8), result);
    return builder.compare(Comparison.NE, loaded, context.integer(context.integer(8), 0));
  }

  private void store(IrValue address, boolean value) {
    builder.store(context.integer(context.integer(8), value ? 1 : 0), address);
  }

  private void branchUnlessEqual(PinkType type, IrValue left, IrValue right, IrBlock differ) {
    switch (Representation.of(type)) {
      case NONE -> {}
      case SCALAR -> {
        IrValue leftScalar = scope.memory().load(type, left).scalar();
        IrValue rightScalar = scope.memory().load(type, right).scalar();
        IrValue equal = builder.compare(scalarComparison(type, true), leftScalar, rightScalar);
        scope.panics().requireElse(equal, differ);
      }
      case SLICE -> throw new IllegalArgumentException("slices are not compared");
      case MEMORY -> {
        if (type instanceof PinkType.Array array) {
          compareArrays(array, left, right, differ);
        } else {
          compareFields(type, left, right, differ);
        }
      }
    }
  }

  private void compareFields(PinkType type, IrValue left, IrValue right, IrBlock differ) {
    TypeLayouts.Fields fields = scope.layouts().fields(type);
    for (int i = 0; i < fields.offsets().length; i++) {
      long offset = fields.offsets()[i];
      branchUnlessEqual(
          fields.types().get(i), builder.field(left, offset), builder.field(right, offset), differ);
    }
  }

  private void compareArrays(PinkType.Array array, IrValue left, IrValue right, IrBlock differ) {
    long size = scope.layouts().size(array.element());
    if (size == 0) {
      return;
    }
    if (array.length() > MAX_UNROLLED) {
      compareByLoop(array, left, right, differ);
      return;
    }
    for (int i = 0; i < array.length(); i++) {
      branchUnlessEqual(
          array.element(), builder.field(left, i * size), builder.field(right, i * size), differ);
    }
  }

  private void compareByLoop(PinkType.Array array, IrValue left, IrValue right, IrBlock differ) {
    IrType i64 = context.integer(64);
    IrValue counter = scope.frame().temporary(8);
    IrBlock round = new IrBlock();
    IrBlock done = new IrBlock();
    builder.store(context.integer(i64, 0), counter);
    builder.branch(round);
    scope.begin(round);
    IrValue index = builder.load(i64, counter);
    branchUnlessEqual(
        array.element(),
        scope.slices().elementAddress(array.element(), left, index),
        scope.slices().elementAddress(array.element(), right, index),
        differ);
    IrValue next =
        builder.binary(BinaryInstruction.ADD, builder.load(i64, counter), context.integer(i64, 1));
    builder.store(next, counter);
    IrValue more = builder.compare(Comparison.ULT, next, context.integer(i64, array.length()));
    builder.branchIf(more, round, done);
    scope.begin(done);
  }
}
