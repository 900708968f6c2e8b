package org.pinklang.codegen.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constant, argument, function, global or the result of an instruction, of one context. */
public abstract sealed class IrValue {

  /** What instructions give that are built where nothing is reached. It stands for any value. */
  public static final IrValue UNREACHABLE = new Nothing();

  private IrValue() {}

  abstract void write(CodeWriter code);

  /** The type of a constant, null of everything else. */
  @Nullable IrType constantType() {
    return null;
  }

  private static final class Nothing extends IrValue {
    @Override
    void write(CodeWriter code) {
      throw new IllegalStateException("a value of what is not reached is used where something is");
    }
  }

  static final class Result extends IrValue {
    private final IrContext context;
    private final int number;

    Result(IrContext context, int number) {
      this.context = context;
      this.number = number;
    }

    @Override
    void write(CodeWriter code) {
      code.shortOperand(Operand.RESULT, context.valueCount() - number);
    }
  }

  static final class Symbol extends IrValue {
    private final int number;
    private final IrType pointer;

    Symbol(int number, IrType pointer) {
      this.number = number;
      this.pointer = pointer;
    }

    int number() {
      return number;
    }

    @Override
    IrType constantType() {
      return pointer;
    }

    @Override
    void write(CodeWriter code) {
      code.shortOperand(Operand.SYMBOL, number);
    }
  }

  static final class Argument extends IrValue {
    private final int function;
    private final int index;

    Argument(int function, int index) {
      this.function = function;
      this.index = index;
    }

    @Override
    void write(CodeWriter code) {
      code.operand(Operand.ARGUMENT).number(function).number(index);
    }
  }

  static final class IntegerValue extends IrValue {
    private final IrType type;
    private final long value;

    IntegerValue(IrType type, long value) {
      this.type = type;
      this.value = value;
    }

    @Override
    IrType constantType() {
      return type;
    }

    @Override
    void write(CodeWriter code) {
      code.shortOperand(Operand.INTEGER, type.number()).signed(value);
    }
  }

  static final class FloatValue extends IrValue {
    private final IrType type;
    private final double value;

    FloatValue(IrType type, double value) {
      this.type = type;
      this.value = value;
    }

    @Override
    IrType constantType() {
      return type;
    }

    @Override
    void write(CodeWriter code) {
      code.operand(Operand.FLOAT).type(type).number(Double.doubleToRawLongBits(value));
    }
  }

  /** Zero or poison. */
  static final class OfType extends IrValue {
    private final Operand kind;
    private final IrType type;

    OfType(Operand kind, IrType type) {
      this.kind = kind;
      this.type = type;
    }

    @Override
    IrType constantType() {
      return type;
    }

    @Override
    void write(CodeWriter code) {
      code.operand(kind).type(type);
    }
  }

  static final class Bytes extends IrValue {
    private final byte[] bytes;
    private final IrType type;

    Bytes(byte[] bytes, IrType type) {
      this.bytes = bytes;
      this.type = type;
    }

    @Override
    IrType constantType() {
      return type;
    }

    @Override
    void write(CodeWriter code) {
      code.operand(Operand.BYTES).bytes(bytes);
    }
  }

  static final class Struct extends IrValue {
    private final List<IrValue> fields;
    private final IrType type;

    Struct(List<IrValue> fields, IrType type) {
      this.fields = fields;
      this.type = type;
    }

    @Override
    IrType constantType() {
      return type;
    }

    @Override
    void write(CodeWriter code) {
      code.operand(Operand.STRUCT).number(fields.size());
      fields.forEach(code::value);
    }
  }

  static final class Inside extends IrValue {
    private final Symbol global;
    private final long offset;

    Inside(Symbol global, long offset) {
      this.global = global;
      this.offset = offset;
    }

    @Override
    @Nullable IrType constantType() {
      return global.constantType();
    }

    @Override
    void write(CodeWriter code) {
      code.operand(Operand.INSIDE).number(global.number()).number(offset);
    }
  }
}
