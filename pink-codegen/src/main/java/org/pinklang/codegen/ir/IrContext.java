package org.pinklang.codegen.ir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The types and constants of one module, and where its steps are written. For one thread. */
public final class IrContext {
  private final CodeWriter code = new CodeWriter();
  private final Map<List<Object>, IrType> types = new HashMap<>();
  private final Map<String, IrAttribute> flags = new HashMap<>();
  private final IrType[] simple = new IrType[SimpleType.values().length];
  private int typeCount = simple.length;
  private int attributeCount;
  private int symbolCount;
  private int valueCount;
  private int blockCount;
  private int builderCount;
  private int metadataCount;
  private int builderInUse = -1;

  /** A context with the types that need no making. */
  public IrContext() {
    for (int i = 0; i < simple.length; i++) {
      simple[i] = new IrType(i);
    }
  }

  /** All that was written; ends the use of the context. */
  public byte[] finish() {
    return code.step(Step.END).toBytes();
  }

  CodeWriter code() {
    return code;
  }

  // ---- numbers ------------------------------------------------------------------------------

  IrAttribute flag(String name) {
    IrAttribute known = flags.get(name);
    if (known == null) {
      known = IrAttribute.number(this, name, 0);
      flags.put(name, known);
    }
    return known;
  }

  IrAttribute newAttribute() {
    return new IrAttribute(attributeCount++);
  }

  IrValue.Symbol newSymbol() {
    return new IrValue.Symbol(symbolCount++, pointerType());
  }

  IrValue newResult() {
    return new IrValue.Result(this, valueCount++);
  }

  int valueCount() {
    return valueCount;
  }

  int nextBlock() {
    return blockCount++;
  }

  IrMetadata newMetadata() {
    return new IrMetadata(metadataCount++);
  }

  int nextBuilder() {
    return builderCount++;
  }

  /** Writes a step of a builder. */
  CodeWriter step(int builder, Step step) {
    if (builder != builderInUse) {
      code.step(Step.USE_BUILDER).number(builder);
      builderInUse = builder;
    }
    return code.step(step);
  }

  // ---- types --------------------------------------------------------------------------------

  /** The result of a function that gives nothing. */
  public IrType voidType() {
    return simple(SimpleType.VOID);
  }

  /** {@code i1}. */
  public IrType boolType() {
    return simple(SimpleType.I1);
  }

  /** The integer type of 8, 16, 32 or 64 bits. */
  public IrType integer(int bits) {
    return simple(
        switch (bits) {
          case 8 -> SimpleType.I8;
          case 16 -> SimpleType.I16;
          case 32 -> SimpleType.I32;
          case 64 -> SimpleType.I64;
          default -> throw new IllegalArgumentException("no integer of " + bits + " bits");
        });
  }

  /** {@code float} for 32 bits, {@code double} for 64. */
  public IrType floating(int bits) {
    return simple(bits == 32 ? SimpleType.FLOAT : SimpleType.DOUBLE);
  }

  /** {@code ptr}. */
  public IrType pointerType() {
    return simple(SimpleType.POINTER);
  }

  private IrType simple(SimpleType type) {
    return simple[type.ordinal()];
  }

  /** {@code [length x element]}. */
  public IrType array(IrType element, long length) {
    List<Object> key = List.of(Step.ARRAY_TYPE, length, element);
    IrType known = types.get(key);
    if (known == null) {
      code.step(Step.ARRAY_TYPE).number(length).type(element);
      known = newType(key);
    }
    return known;
  }

  /** {@code size} bytes that are aligned without saying so at each use. */
  public IrType storage(long size, int alignment) {
    int unit = Math.min(alignment, 8);
    return array(integer(unit * 8), size / unit);
  }

  /** A struct without a name; {@code packed} for one without padding. */
  public IrType struct(List<IrType> fields, boolean packed) {
    List<Object> key = List.of(Step.STRUCT_TYPE, List.copyOf(fields), packed);
    IrType known = types.get(key);
    if (known == null) {
      code.step(Step.STRUCT_TYPE).number(packed ? 1 : 0).number(fields.size());
      fields.forEach(code::type);
      known = newType(key);
    }
    return known;
  }

  /** A function type. */
  public IrType function(IrType result, List<IrType> parameters, boolean variadic) {
    List<Object> key = List.of(Step.FUNCTION_TYPE, result, List.copyOf(parameters), variadic);
    IrType known = types.get(key);
    if (known == null) {
      code.step(Step.FUNCTION_TYPE).number(variadic ? 1 : 0).type(result);
      code.number(parameters.size());
      parameters.forEach(code::type);
      known = newType(key);
    }
    return known;
  }

  private IrType newType(List<Object> key) {
    IrType type = new IrType(typeCount++);
    types.put(key, type);
    return type;
  }

  // ---- constants ----------------------------------------------------------------------------

  /** An integer; of {@code value} as many low bits count as the type has. */
  public IrValue integer(IrType type, long value) {
    return new IrValue.IntegerValue(type, value);
  }

  /** A float; for {@code float} the value is one that it holds exactly. */
  public IrValue floating(IrType type, double value) {
    return new IrValue.FloatValue(type, value);
  }

  /** Zero, the nil pointer or an aggregate of zeros. */
  public IrValue zero(IrType type) {
    return new IrValue.OfType(Operand.ZERO, type);
  }

  /** No value in particular. */
  public IrValue poison(IrType type) {
    return new IrValue.OfType(Operand.POISON, type);
  }

  /** An array of bytes. */
  public IrValue bytes(byte[] bytes, int length) {
    return new IrValue.Bytes(Arrays.copyOf(bytes, length), array(integer(8), length));
  }

  /** A constant struct without padding. */
  public IrValue packedStruct(List<IrValue> fields) {
    IrType type = struct(fields.stream().map(this::typeOf).toList(), true);
    return new IrValue.Struct(List.copyOf(fields), type);
  }

  /** The address {@code offset} bytes after a global or function. */
  public IrValue addressInside(IrValue global, long offset) {
    return offset == 0 ? global : new IrValue.Inside((IrValue.Symbol) global, offset);
  }

  /** The type of a constant. */
  public IrType typeOf(IrValue constant) {
    return Objects.requireNonNull(constant.constantType(), "not a constant");
  }
}
