package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.MemoryOperand;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.codegen.lower.Operand.SliceOperand;
import org.pinklang.codegen.target.Passing;
import org.pinklang.codegen.target.Passing.InArray;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.frontend.type.PinkType;

/** Values cut into the scalars that calls pass, and put together again. */
final class Pieces {
  /** The size of the register that an odd piece travels in. */
  private static final int WORD = 8;

  private final ModuleScope module;
  private final InstructionBuilder builder;
  private final StackFrame frame;

  Pieces(ModuleScope module, InstructionBuilder builder, StackFrame frame) {
    this.module = module;
    this.builder = builder;
    this.frame = frame;
  }

  /** Allocates what {@link #join} or {@link #storeArray} take for a value of some size. */
  void allocateFor(Passing passing, long size) {
    switch (passing) {
      case Passing.InPieces(List<Piece> pieces) ->
          pieces.stream().filter(CallShapes::isOdd).forEach(piece -> frame.temporary(WORD));
      case InArray array when size < array.bytes() -> frame.temporary(array.bytes());
      default -> {}
    }
  }

  /** Adds the pieces of a value to a list of arguments. */
  void cut(Operand value, List<Piece> pieces, List<IrValue> arguments) {
    switch (value) {
      case ScalarOperand(IrValue scalar) -> arguments.add(scalar);
      case SliceOperand(IrValue pointer, IrValue length) -> {
        arguments.add(pointer);
        arguments.add(length);
      }
      case MemoryOperand(IrValue address) ->
          pieces.forEach(piece -> arguments.add(load(piece, address)));
      case Operand.None none -> pieces.forEach(piece -> arguments.add(IrValue.UNREACHABLE));
    }
  }

  private IrValue load(Piece piece, IrValue address) {
    IrType register = module.shapes().register(piece);
    IrValue from = builder.field(address, piece.offset());
    if (!CallShapes.isOdd(piece)) {
      return builder.load(register, from);
    }
    IrValue whole = frame.temporary(WORD);
    builder.copy(whole, from, piece.bytes(), 1);
    return builder.load(register, whole);
  }

  /**
   * The array that an argument travels in.
   *
   * @param address of the value
   * @param size of the value, which may be less than that of the array
   */
  IrValue loadArray(InArray array, IrValue address, long size) {
    IrValue whole = address;
    if (size < array.bytes()) {
      whole = frame.temporary(array.bytes());
      builder.copy(whole, address, size, 1);
    }
    return builder.load(module.shapes().array(array), whole);
  }

  /** Puts the value that travelled in an array to its address. */
  void storeArray(InArray array, IrValue value, IrValue address, long size) {
    if (size == array.bytes()) {
      builder.store(value, address);
      return;
    }
    IrValue whole = frame.temporary(array.bytes());
    builder.store(value, whole);
    builder.copy(address, whole, size, 1);
  }

  /** Puts pieces together to a value, which lies at {@code destination} if it is an aggregate. */
  Operand join(PinkType type, List<Piece> pieces, List<IrValue> values, IrValue destination) {
    switch (Representation.of(type)) {
      case SCALAR -> {
        return new ScalarOperand(values.get(0));
      }
      case SLICE -> {
        return new SliceOperand(values.get(0), values.get(1));
      }
      default -> {
        for (int i = 0; i < pieces.size(); i++) {
          store(pieces.get(i), values.get(i), destination);
        }
        return new MemoryOperand(destination);
      }
    }
  }

  private void store(Piece piece, IrValue value, IrValue address) {
    IrValue to = builder.field(address, piece.offset());
    if (!CallShapes.isOdd(piece)) {
      builder.store(value, to);
      return;
    }
    IrValue whole = frame.temporary(WORD);
    builder.store(value, whole);
    builder.copy(to, whole, piece.bytes(), 1);
  }

  /** The scalars that a call has returned. */
  List<IrValue> returned(IrValue result, List<Piece> pieces) {
    if (pieces.size() == 1) {
      return List.of(result);
    }
    List<IrValue> values = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      values.add(builder.extract(result, i));
    }
    return values;
  }

  /** Ends the function and returns scalars. */
  void returnAll(List<IrValue> values, List<Piece> pieces) {
    if (values.size() == 1) {
      builder.returnValue(values.get(0));
      return;
    }
    // Fast selection knows no return in several registers, and leaves all of its block.
    builder.divideBlock();
    IrContext context = module.context();
    List<IrType> registers = pieces.stream().map(piece -> module.shapes().register(piece)).toList();
    IrValue result = context.poison(context.struct(registers, false));
    for (int i = 0; i < values.size(); i++) {
      result = builder.insert(result, values.get(i), i);
    }
    builder.returnValue(result);
  }
}
