package org.pinklang.codegen.lower;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrLocation;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.ForEach;
import org.pinklang.frontend.typed.TypedExpression.ForRange;
import org.pinklang.frontend.typed.TypedExpression.While;

/** Loops, and the jumps that leave them or go on with them. */
final class Loops {
  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final Deque<Targets> enclosing = new ArrayDeque<>();

  private record Targets(IrBlock next, IrBlock end) {}

  Loops(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** {@code while}. */
  Operand whileLoop(While loop) {
    IrBlock head = new IrBlock();
    IrBlock body = new IrBlock();
    IrBlock end = new IrBlock();
    builder.branch(head);
    scope.begin(head);
    int mark = scope.frame().mark();
    scope.conditions().branch(loop.condition(), body, end);
    scope.frame().release(mark);
    scope.begin(body);
    round(loop.body(), new Targets(head, end));
    builder.stayAtLastLocation();
    builder.branch(head);
    scope.begin(end);
    return None.NONE;
  }

  private void round(TypedExpression body, Targets targets) {
    if (builder.isReachable()) {
      enclosing.push(targets);
      scope.expressions().drop(body);
      enclosing.pop();
    }
  }

  /** {@code for i in from..to}. */
  Operand forRange(ForRange loop) {
    IrValue from = scope.expressions().scalar(loop.from());
    IrValue to = scope.expressions().scalar(loop.to());
    if (builder.isReachable() && loop.from().type() instanceof Scalar type) {
      Comparison less = type.isSigned() ? Comparison.SLT : Comparison.ULT;
      Local variable = loop.variable();
      count(
          scope.module().types().register(type),
          from,
          to,
          less,
          index -> {
            if (variable != null) {
              scope.debug().declare(variable, scope.slot(variable));
              scope.memory().store(new ScalarOperand(index), type, scope.slot(variable));
            }
          },
          loop.body());
    }
    return None.NONE;
  }

  /** What a round starts with. */
  private interface RoundStart {
    void begin(IrValue index);
  }

  private void count(
      IrType type,
      IrValue from,
      IrValue to,
      Comparison less,
      RoundStart start,
      TypedExpression loopBody) {
    IrValue counter = scope.frame().temporary(8);
    IrBlock head = new IrBlock();
    IrBlock body = new IrBlock();
    IrBlock next = new IrBlock();
    IrBlock end = new IrBlock();
    builder.store(from, counter);
    builder.branch(head);
    scope.begin(head);
    IrValue index = builder.load(type, counter);
    builder.branchIf(builder.compare(less, index, to), body, end);
    scope.begin(body);
    scope.debug().enterBlock(loopBody.offset());
    start.begin(index);
    round(loopBody, new Targets(next, end));
    scope.debug().leaveBlock();
    if (next.isReached()) {
      beginNext(next);
    }
    // The round began below the end, so there is a next number.
    IrValue current = builder.load(type, counter);
    builder.store(builder.increment(type, current, less == Comparison.SLT), counter);
    builder.branch(head);
    scope.begin(end);
  }

  /** Ends a round that parts of it go on from, where these do. */
  private void beginNext(IrBlock next) {
    @Nullable IrLocation place = builder.location();
    builder.stayAtLastLocation();
    builder.branch(next);
    builder.setLocation(place);
    scope.begin(next);
  }

  /** {@code for x in xs}. */
  Operand forEach(ForEach loop) {
    IrContext context = scope.context();
    TypedExpression sequence = loop.sequence();
    IrValue first;
    IrValue length;
    PinkType element;
    if (sequence.type() instanceof PinkType.Array array) {
      first = arrayAddress(sequence, loop.body());
      length = context.integer(context.integer(64), array.length());
      element = array.element();
    } else {
      Operand slice = scope.expressions().evaluate(sequence);
      first = slice.pointer();
      length = slice.length();
      element = sequence.type() instanceof PinkType.Slice type ? type.element() : Scalar.NIL;
    }
    if (builder.isReachable()) {
      IrValue zero = context.integer(context.integer(64), 0);
      count(
          context.integer(64),
          zero,
          length,
          Comparison.ULT,
          index -> bindElement(loop.variable(), element, first, index),
          loop.body());
    }
    return None.NONE;
  }

  /** A place is read as the rounds go on; any other value stays as it was. */
  private IrValue arrayAddress(TypedExpression sequence, TypedExpression body) {
    return Purity.isPlace(sequence)
        ? scope.places().address(sequence)
        : scope.expressions().evaluateBefore(sequence, List.of(body)).address();
  }

  private void bindElement(
      @Nullable Local variable, PinkType element, IrValue first, IrValue index) {
    if (variable != null) {
      IrValue address = scope.slices().checkedElementAddress(element, first, index);
      Operand value = scope.memory().load(element, address);
      scope.debug().declare(variable, scope.slot(variable));
      scope.memory().store(value, element, scope.slot(variable));
    }
  }

  /** {@code break}. */
  Operand leave() {
    builder.branch(innermost().end());
    return None.NONE;
  }

  /** {@code continue}. */
  Operand next() {
    builder.branch(innermost().next());
    return None.NONE;
  }

  private Targets innermost() {
    return enclosing.element();
  }
}
