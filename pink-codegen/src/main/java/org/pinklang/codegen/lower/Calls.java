package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Destination.Dropped;
import org.pinklang.codegen.lower.Destination.Stored;
import org.pinklang.codegen.lower.Operand.MemoryOperand;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.target.Passing;
import org.pinklang.codegen.target.Passing.InArray;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.Call;
import org.pinklang.frontend.typed.TypedExpression.FunctionReference;
import org.pinklang.frontend.typed.TypedExpression.Return;

/** Calls and returns, by the target's calling convention. */
final class Calls {
  /** LLVM inlines what is small, but that without end: a caller of thousands would take minutes. */
  private static final int MAX_INLINED_CALLS = 256;

  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final Pieces pieces;

  Calls(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
    this.pieces = new Pieces(scope.module(), builder, scope.frame());
  }

  /** A call whose value is used where it stands. */
  Operand call(Call call) {
    IrValue destination =
        Representation.of(call.type()) == Representation.MEMORY
            ? scope.memory().temporary(call.type())
            : IrValue.UNREACHABLE;
    return call(call, destination);
  }

  /** A call whose value is put where it is wanted. */
  void callInto(Call call, Destination destination) {
    if (destination instanceof Stored(IrValue address)
        && Representation.of(call.type()) == Representation.MEMORY) {
      call(call, address);
      return;
    }
    Operand value = call(call);
    if (destination instanceof Stored(IrValue address)) {
      scope.memory().store(value, call.type(), address);
    }
  }

  private Operand call(Call call, IrValue destination) {
    IrValue callee =
        call.callee() instanceof FunctionReference reference
            ? scope.module().symbols().callee(reference).address()
            : scope.expressions().scalar(call.callee());
    if (!(call.callee().type() instanceof PinkType.Function type)) {
      return None.NONE;
    }
    CallShape shape =
        type.variadic()
            ? scope.module().shapes().ofCall(type, argumentTypes(call))
            : scope.module().shapes().of(type);
    int mark = scope.frame().mark();
    List<IrValue> arguments = new ArrayList<>();
    IrValue place = destination;
    if (shape.signature().resultByReference()) {
      place = inRegisters(call.type()) ? scope.memory().temporary(call.type()) : destination;
      arguments.add(place);
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      argument(call.arguments(), i, shape.signature().parameters().get(i), arguments);
    }
    IrValue result = builder.call(shape.functionType(), callee, arguments);
    shape.annotate(builder, result);
    scope.noteCall();
    if (mayBeInlined(call) && scope.countInlined() > MAX_INLINED_CALLS) {
      builder.keepCall(result);
    }
    scope.frame().noteOutgoing(outgoingBytes(call, shape));
    scope.frame().release(mark);
    return result(call, shape.signature().result(), result, place);
  }

  /** Whether LLVM could see what is called. */
  private boolean mayBeInlined(Call call) {
    return scope.module().isOptimized()
        && builder.isReachable()
        && call.callee() instanceof FunctionReference reference
        && !reference.external();
  }

  /** Whether a value has no place of its own that a call could put it to. */
  private static boolean inRegisters(PinkType type) {
    return Representation.of(type) != Representation.MEMORY;
  }

  private long outgoingBytes(Call call, CallShape shape) {
    long bytes = 0;
    for (int i = 0; i < call.arguments().size(); i++) {
      if (shape.signature().parameters().get(i) instanceof Passing.CopiedOnStack) {
        bytes += scope.layouts().size(call.arguments().get(i).type());
      }
    }
    return bytes;
  }

  private static List<PinkType> argumentTypes(Call call) {
    return call.arguments().stream().map(TypedExpression::type).toList();
  }

  private void argument(
      List<TypedExpression> all, int index, Passing passing, List<IrValue> arguments) {
    TypedExpression argument = all.get(index);
    switch (passing) {
      case Passing.Ignored ignored -> scope.expressions().drop(argument);
      case Passing.InPieces(List<Piece> wanted) ->
          pieces.cut(scope.expressions().evaluate(argument), wanted, arguments);
      case InArray array -> {
        Operand value = scope.expressions().evaluate(argument);
        IrValue address = scope.memory().inMemory(value, argument.type());
        arguments.add(pieces.loadArray(array, address, scope.layouts().size(argument.type())));
      }
      case Passing.CopiedOnStack copied -> {
        // The call itself copies, so the value must only keep until then.
        List<TypedExpression> others = all.subList(index + 1, all.size());
        Operand value = scope.expressions().evaluateBefore(argument, others);
        arguments.add(scope.memory().inMemory(value, argument.type()));
      }
      case Passing.ByReference byReference -> {
        Operand value = scope.expressions().evaluate(argument);
        arguments.add(
            Purity.mayLieInPlace(argument)
                ? scope.memory().copyOf(value, argument.type())
                : scope.memory().inMemory(value, argument.type()));
      }
    }
  }

  private Operand result(Call call, Passing passing, IrValue result, IrValue destination) {
    if (call.type() == PinkType.Never.NEVER) {
      builder.endUnreachable();
      return None.NONE;
    }
    return switch (passing) {
      case Passing.InPieces(List<Piece> wanted) ->
          pieces.join(call.type(), wanted, pieces.returned(result, wanted), destination);
      case Passing.ByReference byReference ->
          Representation.of(call.type()) == Representation.MEMORY
              ? new MemoryOperand(destination)
              : scope.memory().load(call.type(), destination);
      default ->
          Representation.of(call.type()) == Representation.MEMORY
              ? new MemoryOperand(destination)
              : None.NONE;
    };
  }

  // ---- returning ----------------------------------------------------------------------------

  /** {@code return e}. */
  Operand returnFrom(Return expression) {
    TypedExpression value = expression.value();
    if (value == null) {
      builder.returnVoid();
    } else {
      returnValueOf(value);
    }
    return None.NONE;
  }

  /** Evaluates an expression, ends the function and returns the value. */
  void returnValueOf(TypedExpression value) {
    PinkType.Function type = scope.function().type();
    switch (scope.module().shapes().of(type).signature().result()) {
      case Passing.InPieces(List<Piece> wanted) -> {
        List<IrValue> values = new ArrayList<>(2);
        Operand result = scope.expressions().evaluate(value);
        if (builder.isReachable()) {
          pieces.cut(result, wanted, values);
          pieces.returnAll(values, wanted);
        }
      }
      case Passing.ByReference byReference -> {
        IrValue address = scope.llvmFunction().argument(0);
        scope.expressions().evaluateInto(value, new Stored(address));
        builder.returnVoid();
      }
      default -> {
        scope.expressions().evaluateInto(value, Dropped.DROPPED);
        builder.returnVoid();
      }
    }
  }
}
