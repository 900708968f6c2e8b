package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.target.Passing;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Signature;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.Local;

/**
 * Lowers function after function with two builders: one for the entry block, which holds the stack
 * slots, the arguments on their way there and the stack check, and one for everything after it.
 */
final class FunctionLowering {
  private final ModuleScope module;
  private final InstructionBuilder entry;
  private final InstructionBuilder body;

  FunctionLowering(ModuleScope module) {
    this.module = module;
    this.entry = new InstructionBuilder(module.context());
    this.body = new InstructionBuilder(module.context());
  }

  /**
   * What lowering a function amounted to.
   *
   * @param instructions how many there are
   * @param blocks how many there are
   * @param divisions how many of them LLVM's passes join to the one before at once
   * @param longestBlock how many instructions the longest has
   */
  record Extent(int instructions, int blocks, int divisions, int longestBlock) {}

  /**
   * Gives a function its body.
   *
   * @param positions of the text it is from
   * @param checksStack whether its entry checks that the stack has room
   */
  Extent lower(
      CheckedFunction function, IrFunction declared, Positions positions, boolean checksStack) {
    final int instructionsBefore = body.instructionCount();
    final int blocksBefore = body.blockCount();
    final int divisionsBefore = body.divisionCount();
    entry.setLocation(null);
    entry.beginReached(declared);
    IrBlock start = body.beginReached(declared);
    StackFrame frame = new StackFrame(module.context(), entry);
    FunctionScope scope = new FunctionScope(module, function, declared, body, frame, positions);
    List<Arrival> arrivals = receive(scope);
    scope.debug().locate(function.end());
    scope.calls().returnValueOf(function.body());
    scope.panics().finish();
    body.setLocation(null);
    Extent extent =
        new Extent(
            body.instructionCount() - instructionsBefore,
            body.blockCount() - blocksBefore,
            body.divisionCount() - divisionsBefore,
            body.longestBlock());
    finishEntry(scope, arrivals, start, checksStack, extent);
    return extent;
  }

  private void finishEntry(
      FunctionScope scope,
      List<Arrival> arrivals,
      IrBlock start,
      boolean checksStack,
      Extent extent) {
    StackFrame frame = scope.frame();
    allocateForSettling(scope, arrivals);
    int nameOffset = scope.function().offset();
    FrameSize size =
        FrameSize.lowered(
            frame.bytes(),
            extent.blocks(),
            extent.instructions(),
            scope.function().parameters().size());
    if (frame.isTooLarge()) {
      entry.endUnreachable();
      StackCheck.emitBeforeFrame(
          module, entry, scope.llvmFunction(), new FrameSize(StackFrame.NEVER_FITS, 0), nameOffset);
    } else if (checksStack && size.bytes() > StackCheck.LARGE_FRAME) {
      settle(scope, arrivals);
      entry.branch(start);
      StackCheck.emitBeforeFrame(module, entry, scope.llvmFunction(), size, nameOffset);
    } else if (checksStack && size.bytes() > StackCheck.SMALL_FRAME) {
      IrBlock roomy = new IrBlock();
      StackCheck.emit(module, entry, scope.llvmFunction(), size, nameOffset, roomy);
      entry.begin(scope.llvmFunction(), roomy);
      settle(scope, arrivals);
      entry.branch(start);
    } else if (checksStack && scope.makesCalls()) {
      // Registers hold the arguments only until the end of the block.
      settle(scope, arrivals);
      StackCheck.emit(module, entry, scope.llvmFunction(), size, nameOffset, start);
    } else {
      settle(scope, arrivals);
      entry.branch(start);
    }
  }

  // ---- arguments ----------------------------------------------------------------------------

  /** An argument in registers and the parameter it is for. */
  private record Arrival(Local local, Passing passing, List<IrValue> values) {}

  /** Gives parameters that lie in memory their slots, and lists the others. */
  private List<Arrival> receive(FunctionScope scope) {
    CheckedFunction function = scope.function();
    Signature signature = module.shapes().of(function.type()).signature();
    List<Arrival> arrivals = new ArrayList<>();
    int next = signature.resultByReference() ? 1 : 0;
    for (int i = 0; i < function.parameters().size(); i++) {
      Local local = function.parameters().get(i);
      switch (signature.parameters().get(i)) {
        case Passing.Ignored ignored -> {}
        case Passing.InPieces(List<Piece> pieces) -> {
          List<IrValue> values = new ArrayList<>(pieces.size());
          for (int j = 0; j < pieces.size(); j++) {
            values.add(scope.llvmFunction().argument(next++));
          }
          scope.debug().declareParameter(local, i + 1, scope.slot(local));
          arrivals.add(new Arrival(local, signature.parameters().get(i), values));
        }
        case Passing.InArray array -> {
          scope.debug().declareParameter(local, i + 1, scope.slot(local));
          arrivals.add(new Arrival(local, array, List.of(scope.llvmFunction().argument(next++))));
        }
        default -> {
          IrValue address = scope.llvmFunction().argument(next++);
          scope.setSlot(local, address);
          scope.debug().declareParameter(local, i + 1, address);
        }
      }
    }
    return arrivals;
  }

  /** What settling takes belongs to the frame's size, and to the entry block, which may end. */
  private void allocateForSettling(FunctionScope scope, List<Arrival> arrivals) {
    Pieces pieces = new Pieces(module, entry, scope.frame());
    int mark = scope.frame().mark();
    for (Arrival arrival : arrivals) {
      pieces.allocateFor(arrival.passing(), scope.layouts().size(arrival.local().type()));
    }
    scope.frame().release(mark);
  }

  private void settle(FunctionScope scope, List<Arrival> arrivals) {
    Pieces pieces = new Pieces(module, entry, scope.frame());
    for (Arrival arrival : arrivals) {
      PinkType type = arrival.local().type();
      IrValue slot = scope.slot(arrival.local());
      switch (arrival.passing()) {
        case Passing.InPieces(List<Piece> parts) ->
            settle(type, parts, arrival.values(), slot, pieces);
        case Passing.InArray array ->
            pieces.storeArray(array, arrival.values().getFirst(), slot, scope.layouts().size(type));
        default -> throw new IllegalStateException("it arrived in memory");
      }
    }
  }

  private void settle(
      PinkType type, List<Piece> parts, List<IrValue> values, IrValue slot, Pieces pieces) {
    switch (Representation.of(type)) {
      case SCALAR -> entry.store(asStored(parts.getFirst(), values.getFirst()), slot);
      case SLICE -> {
        entry.store(values.get(0), slot);
        entry.store(values.get(1), entry.field(slot, Memory.SLICE_LENGTH_OFFSET));
      }
      default -> pieces.join(type, parts, values, slot);
    }
  }

  private IrValue asStored(Piece piece, IrValue value) {
    return piece.kind() == Piece.Kind.BOOLEAN
        ? entry.cast(org.pinklang.codegen.ir.Cast.ZEXT, value, module.context().integer(8))
        : value;
  }
}
