package org.pinklang.codegen.llvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.PinkBackendException;

/**
 * An LLVM context: the types and constants of its modules. Closing it frees them all; its modules
 * and builders are closed before. Used by one thread at a time.
 */
public final class LlvmContext implements AutoCloseable {
  private final LlvmBackend backend;
  private final LLVMContextRef handle;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<String> errors = new ArrayList<>();
  private final Map<String, LlvmAttribute> flags = new HashMap<>();

  /** The empty name and the operand array all calls share: making them is what calls would cost. */
  private final BytePointer emptyName = new BytePointer("");

  private PointerPointer<LLVMValueRef> operands = new PointerPointer<>(16);

  private final LlvmType voidType;
  private final LlvmType boolType;
  private final LlvmType i8;
  private final LlvmType i16;
  private final LlvmType i32;
  private final LlvmType i64;
  private final LlvmType floatType;
  private final LlvmType doubleType;
  private final LlvmType pointerType;

  /**
   * An empty context.
   *
   * @throws PinkBackendException if LLVM met a fatal error earlier
   */
  public LlvmContext() {
    backend = LlvmBackend.get();
    handle = LLVM.LLVMContextCreate();
    backend.register(this, handle);
    voidType = new LlvmType(LLVM.LLVMVoidTypeInContext(handle));
    boolType = new LlvmType(LLVM.LLVMInt1TypeInContext(handle));
    i8 = new LlvmType(LLVM.LLVMInt8TypeInContext(handle));
    i16 = new LlvmType(LLVM.LLVMInt16TypeInContext(handle));
    i32 = new LlvmType(LLVM.LLVMInt32TypeInContext(handle));
    i64 = new LlvmType(LLVM.LLVMInt64TypeInContext(handle));
    floatType = new LlvmType(LLVM.LLVMFloatTypeInContext(handle));
    doubleType = new LlvmType(LLVM.LLVMDoubleTypeInContext(handle));
    pointerType = new LlvmType(LLVM.LLVMPointerTypeInContext(handle, 0));
  }

  LLVMContextRef handle() {
    return handle;
  }

  BytePointer emptyName() {
    return emptyName;
  }

  LLVMBasicBlockRef createBlock() {
    return LLVM.LLVMCreateBasicBlockInContext(handle, emptyName);
  }

  /** An attribute that is made once, for asking LLVM for it by name costs more than all else. */
  LlvmAttribute flag(String name, Supplier<LlvmAttribute> make) {
    LlvmAttribute known = flags.get(name);
    if (known == null) {
      known = make.get();
      flags.put(name, known);
    }
    return known;
  }

  void reportError(String message) {
    errors.add(message);
  }

  /**
   * Throws what LLVM has reported as an error in this context since the last time.
   *
   * @throws PinkBackendException if there was an error
   */
  public void throwReportedErrors() {
    if (!errors.isEmpty()) {
      String all = String.join("; ", errors);
      errors.clear();
      throw new PinkBackendException("LLVM rejected the generated code: " + all);
    }
  }

  // ---- types --------------------------------------------------------------------------------

  /** The result of a function that gives nothing. */
  public LlvmType voidType() {
    return voidType;
  }

  /** {@code i1}. */
  public LlvmType boolType() {
    return boolType;
  }

  /** The integer type of 8, 16, 32 or 64 bits. */
  public LlvmType integer(int bits) {
    return switch (bits) {
      case 8 -> i8;
      case 16 -> i16;
      case 32 -> i32;
      case 64 -> i64;
      default -> throw new IllegalArgumentException("no integer of " + bits + " bits");
    };
  }

  /** {@code float} for 32 bits, {@code double} for 64. */
  public LlvmType floating(int bits) {
    return bits == 32 ? floatType : doubleType;
  }

  /** {@code ptr}. */
  public LlvmType pointerType() {
    return pointerType;
  }

  /** {@code [length x element]}. */
  public LlvmType array(LlvmType element, long length) {
    return new LlvmType(LLVM.LLVMArrayType2(element.handle(), length));
  }

  /** {@code size} bytes that are aligned without saying so at each use. */
  public LlvmType storage(long size, int alignment) {
    int unit = Math.min(alignment, 8);
    return array(integer(unit * 8), size / unit);
  }

  /** A struct without a name; {@code packed} for one without padding. */
  public LlvmType struct(List<LlvmType> fields, boolean packed) {
    PointerPointer<LLVMTypeRef> array = typeArray(fields);
    return new LlvmType(LLVM.LLVMStructTypeInContext(handle, array, fields.size(), packed ? 1 : 0));
  }

  /** A function type. */
  public LlvmType function(LlvmType result, List<LlvmType> parameters, boolean variadic) {
    PointerPointer<LLVMTypeRef> array = typeArray(parameters);
    return new LlvmType(
        LLVM.LLVMFunctionType(result.handle(), array, parameters.size(), variadic ? 1 : 0));
  }

  // ---- constants ----------------------------------------------------------------------------

  /** An integer; of {@code value} as many low bits count as the type has. */
  public LlvmValue integer(LlvmType type, long value) {
    return new LlvmValue(LLVM.LLVMConstInt(type.handle(), value, 0));
  }

  /** A float; for {@code float} the value is one that it holds exactly. */
  public LlvmValue floating(LlvmType type, double value) {
    return new LlvmValue(LLVM.LLVMConstReal(type.handle(), value));
  }

  /** Zero, the nil pointer or an aggregate of zeros. */
  public LlvmValue zero(LlvmType type) {
    return new LlvmValue(LLVM.LLVMConstNull(type.handle()));
  }

  /** No value in particular. */
  public LlvmValue poison(LlvmType type) {
    return new LlvmValue(LLVM.LLVMGetPoison(type.handle()));
  }

  /** An array of bytes. */
  public LlvmValue bytes(byte[] bytes, int length) {
    try (BytePointer copy = new BytePointer(Math.max(1, length))) {
      copy.put(bytes, 0, length);
      return new LlvmValue(LLVM.LLVMConstStringInContext2(handle, copy, length, 1));
    }
  }

  /** A constant struct without padding. */
  public LlvmValue packedStruct(List<LlvmValue> fields) {
    PointerPointer<LLVMValueRef> array = valueArray(fields);
    return new LlvmValue(LLVM.LLVMConstStructInContext(handle, array, fields.size(), 1));
  }

  /** The address {@code offset} bytes after a global. */
  public LlvmValue addressInside(LlvmValue global, long offset) {
    if (offset == 0) {
      return global;
    }
    LLVMValueRef index = LLVM.LLVMConstInt(i64.handle(), offset, 0);
    return new LlvmValue(LLVM.LLVMConstInBoundsGEP2(i8.handle(), global.handle(), index, 1));
  }

  /** The type of a value. */
  public LlvmType typeOf(LlvmValue value) {
    return new LlvmType(LLVM.LLVMTypeOf(value.handle()));
  }

  // ---- operand arrays -----------------------------------------------------------------------

  PointerPointer<LLVMValueRef> valueArray(List<LlvmValue> values) {
    PointerPointer<LLVMValueRef> array = reserve(values.size());
    for (int i = 0; i < values.size(); i++) {
      array.put(i, values.get(i).handle());
    }
    return array;
  }

  @SuppressWarnings("unchecked") // one array of addresses serves both kinds of handles
  private PointerPointer<LLVMTypeRef> typeArray(List<LlvmType> types) {
    PointerPointer<?> array = reserve(types.size());
    for (int i = 0; i < types.size(); i++) {
      array.put(i, types.get(i).handle());
    }
    return (PointerPointer<LLVMTypeRef>) array;
  }

  private PointerPointer<LLVMValueRef> reserve(int size) {
    if (size > operands.capacity()) {
      operands.close();
      operands = new PointerPointer<>(2L * size);
    }
    return operands;
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      backend.unregister(handle);
      LLVM.LLVMContextDispose(handle);
      emptyName.close();
      operands.close();
    }
  }
}
