package org.pinklang.codegen.llvm;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.ir.CodeReader;
import org.pinklang.codegen.ir.SimpleType;

/** Reads the types and values that steps name, and holds those made so far. For one thread. */
final class OperandReader implements AutoCloseable {
  private final CodeReader code;
  private final LLVMContextRef context;
  private final HandleTable<LLVMTypeRef> types = new HandleTable<>(LLVMTypeRef[]::new);
  private final HandleTable<LLVMValueRef> symbols = new HandleTable<>(LLVMValueRef[]::new);
  private final HandleTable<LLVMValueRef> results = new HandleTable<>(LLVMValueRef[]::new);

  /** The array all calls share: making one is what calls would cost. */
  private PointerPointer<LLVMValueRef> values = new PointerPointer<>(16);

  OperandReader(CodeReader code, LLVMContextRef context) {
    this.code = code;
    this.context = context;
    for (SimpleType type : SimpleType.values()) {
      types.add(simple(type));
    }
  }

  private LLVMTypeRef simple(SimpleType type) {
    return switch (type) {
      case VOID -> LLVM.LLVMVoidTypeInContext(context);
      case I1 -> LLVM.LLVMInt1TypeInContext(context);
      case I8 -> LLVM.LLVMInt8TypeInContext(context);
      case I16 -> LLVM.LLVMInt16TypeInContext(context);
      case I32 -> LLVM.LLVMInt32TypeInContext(context);
      case I64 -> LLVM.LLVMInt64TypeInContext(context);
      case FLOAT -> LLVM.LLVMFloatTypeInContext(context);
      case DOUBLE -> LLVM.LLVMDoubleTypeInContext(context);
      case POINTER -> LLVM.LLVMPointerTypeInContext(context, 0);
    };
  }

  // ---- types --------------------------------------------------------------------------------

  LLVMTypeRef type() {
    return types.get(code.index());
  }

  LLVMTypeRef simpleType(SimpleType type) {
    return types.get(type.ordinal());
  }

  void addArrayType() {
    long length = code.number();
    types.add(LLVM.LLVMArrayType2(type(), length));
  }

  void addStructType() {
    int packed = code.index();
    int count = code.index();
    try (PointerPointer<LLVMTypeRef> fields = readTypes(count)) {
      types.add(LLVM.LLVMStructTypeInContext(context, fields, count, packed));
    }
  }

  void addFunctionType() {
    int variadic = code.index();
    LLVMTypeRef result = type();
    int count = code.index();
    try (PointerPointer<LLVMTypeRef> parameters = readTypes(count)) {
      types.add(LLVM.LLVMFunctionType(result, parameters, count, variadic));
    }
  }

  private PointerPointer<LLVMTypeRef> readTypes(int count) {
    PointerPointer<LLVMTypeRef> array = new PointerPointer<>(Math.max(1, count));
    for (int i = 0; i < count; i++) {
      array.put(i, type());
    }
    return array;
  }

  // ---- values -------------------------------------------------------------------------------

  LLVMValueRef symbol() {
    return symbols.get(code.index());
  }

  void addSymbol(LLVMValueRef symbol) {
    symbols.add(symbol);
  }

  void addResult(LLVMValueRef result) {
    results.add(result);
  }

  LLVMValueRef value() {
    return switch (code.operand()) {
      case RESULT -> results.last(code.shortNumber());
      case SYMBOL -> symbols.get(code.shortNumber());
      case INTEGER -> LLVM.LLVMConstInt(types.get(code.shortNumber()), code.signed(), 0);
      case ARGUMENT -> {
        LLVMValueRef function = symbol();
        yield LLVM.LLVMGetParam(function, code.index());
      }
      case FLOAT -> {
        LLVMTypeRef type = type();
        yield LLVM.LLVMConstReal(type, Double.longBitsToDouble(code.number()));
      }
      case ZERO -> LLVM.LLVMConstNull(type());
      case POISON -> LLVM.LLVMGetPoison(type());
      case BYTES -> bytes(code.bytes());
      case STRUCT -> struct(code.index());
      case INSIDE -> inside();
    };
  }

  private LLVMValueRef bytes(byte[] bytes) {
    try (BytePointer copy = new BytePointer(Math.max(1, bytes.length))) {
      copy.put(bytes, 0, bytes.length);
      return LLVM.LLVMConstStringInContext2(context, copy, bytes.length, 1);
    }
  }

  private LLVMValueRef struct(int count) {
    // A field may be a struct itself, which would take the shared array.
    try (PointerPointer<LLVMValueRef> fields = new PointerPointer<>(Math.max(1, count))) {
      for (int i = 0; i < count; i++) {
        fields.put(i, value());
      }
      return LLVM.LLVMConstStructInContext(context, fields, count, 1);
    }
  }

  private LLVMValueRef inside() {
    LLVMValueRef symbol = symbol();
    LLVMValueRef offset = LLVM.LLVMConstInt(simpleType(SimpleType.I64), code.number(), 0);
    return LLVM.LLVMConstInBoundsGEP2(simpleType(SimpleType.I8), symbol, offset, 1);
  }

  /** Reads as many values as a call has arguments; the array is only valid until the next. */
  PointerPointer<LLVMValueRef> values(int count) {
    if (count > values.capacity()) {
      values.close();
      values = new PointerPointer<>(2L * count);
    }
    for (int i = 0; i < count; i++) {
      values.put(i, value());
    }
    return values;
  }

  @Override
  public void close() {
    values.close();
  }
}
