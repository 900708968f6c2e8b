package org.pinklang.benchmarks.floor;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.benchmarks.floor.FloorProgram.Callee;
import org.pinklang.benchmarks.floor.FloorProgram.Function;

/**
 * Builds one LLVM module. What the functions do is what Pink's do, the check of the stack's end and
 * the tables for unwinding included; each is written as few instructions as a compiler that keeps
 * every variable in a slot needs.
 */
final class FloorBuilder implements AutoCloseable {
  private static final int FUNCTION = (int) LLVM.LLVMAttributeFunctionIndex;
  private static final int UNWIND_AT_CALLS = 1;

  private final Memory memory;
  private final LLVMContextRef context;
  private final LLVMModuleRef module;
  private final LLVMBuilderRef builder;
  private final LLVMTypeRef i64;
  private final LLVMTypeRef i32;
  private final LLVMTypeRef i8;
  private final LLVMTypeRef pointer;
  private final LLVMTypeRef functionType;
  private final LLVMAttributeRef nounwind;
  private final LLVMAttributeRef unwindTable;
  private final Map<Callee, LLVMValueRef> functions = new HashMap<>();
  private final LLVMValueRef stackLimit;
  private final LLVMTypeRef outOfStackType;
  private final LLVMValueRef outOfStack;
  private final LLVMValueRef file;

  /** What all modules of one thread share: making it is what calls would cost. */
  static final class Memory implements AutoCloseable {
    private final BytePointer noName = new BytePointer("");
    private final BytePointer name = new BytePointer(64);
    private final PointerPointer<LLVMValueRef> values = new PointerPointer<>(4);
    private final PointerPointer<LLVMTypeRef> types = new PointerPointer<>(4);
    private final int nounwindKind = attributeKind("nounwind");
    private final int unwindTableKind = attributeKind("uwtable");

    private static int attributeKind(String name) {
      return LLVM.LLVMGetEnumAttributeKindForName(name, name.length());
    }

    BytePointer name(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      name.put(bytes, 0, bytes.length).put(bytes.length, (byte) 0);
      return name;
    }

    @Override
    public void close() {
      noName.close();
      name.close();
      values.close();
      types.close();
    }
  }

  FloorBuilder(Memory memory, LLVMContextRef context, LLVMModuleRef module, String fileName) {
    this.memory = memory;
    this.context = context;
    this.module = module;
    builder = LLVM.LLVMCreateBuilderInContext(context);
    i64 = LLVM.LLVMInt64TypeInContext(context);
    i32 = LLVM.LLVMInt32TypeInContext(context);
    i8 = LLVM.LLVMInt8TypeInContext(context);
    pointer = LLVM.LLVMPointerTypeInContext(context, 0);
    functionType = type(i64, i64, i64);
    nounwind = LLVM.LLVMCreateEnumAttribute(context, memory.nounwindKind, 0);
    unwindTable = LLVM.LLVMCreateEnumAttribute(context, memory.unwindTableKind, UNWIND_AT_CALLS);
    stackLimit = LLVM.LLVMAddGlobal(module, pointer, memory.name("pink_stack_limit"));
    outOfStackType = type(LLVM.LLVMVoidTypeInContext(context), pointer, i32, i32);
    outOfStack = LLVM.LLVMAddFunction(module, memory.name("pink_out_of_stack"), outOfStackType);
    file = text(fileName);
  }

  private LLVMTypeRef type(LLVMTypeRef result, LLVMTypeRef... parameters) {
    for (int i = 0; i < parameters.length; i++) {
      memory.types.put(i, parameters[i]);
    }
    return LLVM.LLVMFunctionType(result, memory.types, parameters.length, 0);
  }

  private LLVMValueRef text(String content) {
    LLVMValueRef bytes =
        LLVM.LLVMConstStringInContext2(context, memory.name(content), content.length(), 0);
    LLVMValueRef global = LLVM.LLVMAddGlobal(module, LLVM.LLVMTypeOf(bytes), memory.noName);
    LLVM.LLVMSetInitializer(global, bytes);
    LLVM.LLVMSetGlobalConstant(global, 1);
    LLVM.LLVMSetLinkage(global, LLVM.LLVMPrivateLinkage);
    LLVM.LLVMSetUnnamedAddress(global, LLVM.LLVMGlobalUnnamedAddr);
    return global;
  }

  private LLVMValueRef function(Callee callee) {
    LLVMValueRef known = functions.get(callee);
    if (known == null) {
      BytePointer name = memory.name("m" + callee.module() + "_f" + callee.function());
      known = LLVM.LLVMAddFunction(module, name, functionType);
      functions.put(callee, known);
    }
    return known;
  }

  // ---- functions ----------------------------------------------------------------------------

  /** Defines a function. */
  void define(Callee name, Function numbers) {
    LLVMValueRef function = function(name);
    mark(function);
    LLVMBasicBlockRef entry = block(function);
    final LLVMBasicBlockRef start = block(function);
    final LLVMBasicBlockRef full = block(function);
    at(entry);
    LLVMValueRef a = slot(i64);
    LLVMValueRef d = slot(i64);
    LLVMValueRef x = slot(i64);
    LLVMValueRef s = slot(i64);
    LLVMValueRef j = slot(i64);
    store(LLVM.LLVMGetParam(function, 0), a);
    store(LLVM.LLVMGetParam(function, 1), d);
    LLVMValueRef end = LLVM.LLVMBuildLoad2(builder, pointer, stackLimit, memory.noName);
    branch(compare(LLVM.LLVMIntULT, slot(i8), end), full, start);
    at(start);
    LLVMValueRef product = binary(LLVM.LLVMMul, load(a), number(numbers.factor()));
    store(and(binary(LLVM.LLVMAdd, product, load(d)), 1048575), x);
    store(number(numbers.start()), s);
    loop(function, numbers, x, s, j);
    rest(function, numbers, x, s, d);
    LLVM.LLVMBuildRet(builder, and(load(s), 16777215));
    at(full);
    call(outOfStackType, outOfStack, file, int32(1), int32(1));
    LLVM.LLVMBuildBr(builder, start);
  }

  private void loop(
      LLVMValueRef function, Function numbers, LLVMValueRef x, LLVMValueRef s, LLVMValueRef j) {
    final LLVMBasicBlockRef head = block(function);
    final LLVMBasicBlockRef body = block(function);
    final LLVMBasicBlockRef large = block(function);
    final LLVMBasicBlockRef next = block(function);
    final LLVMBasicBlockRef after = block(function);
    LLVMValueRef limit = and(load(x), 7);
    store(number(0), j);
    LLVM.LLVMBuildBr(builder, head);
    at(head);
    branch(compare(LLVM.LLVMIntSLT, load(j), limit), body, after);
    at(body);
    LLVMValueRef stepped = binary(LLVM.LLVMMul, load(j), number(numbers.step()));
    store(binary(LLVM.LLVMAdd, load(s), binary(LLVM.LLVMXor, load(x), stepped)), s);
    branch(compare(LLVM.LLVMIntSGT, load(s), number(100000)), large, next);
    at(large);
    store(and(load(s), 65535), s);
    LLVM.LLVMBuildBr(builder, next);
    at(next);
    store(binary(LLVM.LLVMAdd, load(j), number(1)), j);
    LLVM.LLVMBuildBr(builder, head);
    at(after);
  }

  private void rest(
      LLVMValueRef function, Function numbers, LLVMValueRef x, LLVMValueRef s, LLVMValueRef d) {
    final LLVMBasicBlockRef deep = block(function);
    final LLVMBasicBlockRef shallow = block(function);
    final LLVMBasicBlockRef after = block(function);
    branch(compare(LLVM.LLVMIntSGT, load(d), number(0)), deep, shallow);
    at(deep);
    Callee first = numbers.first();
    Callee second = numbers.second();
    if (first == null || second == null) {
      LLVMValueRef sum = load(s);
      store(binary(LLVM.LLVMAdd, sum, binary(LLVM.LLVMMul, and(load(s), 7), load(d))), s);
    } else {
      LLVMValueRef sum = load(s);
      LLVMValueRef one = binary(LLVM.LLVMSub, load(d), number(1));
      sum = binary(LLVM.LLVMAdd, sum, call(first, and(load(s), 255), one));
      LLVMValueRef two = binary(LLVM.LLVMSub, load(d), number(2));
      store(binary(LLVM.LLVMAdd, sum, call(second, and(load(x), 127), two)), s);
    }
    LLVM.LLVMBuildBr(builder, after);
    at(shallow);
    store(binary(LLVM.LLVMAdd, load(s), and(load(x), 31)), s);
    LLVM.LLVMBuildBr(builder, after);
    at(after);
  }

  /** Defines {@code main}, which prints the sum of the functions of some modules. */
  void defineMain(FloorProgram program) {
    LLVMTypeRef mainType = type(i32, i32, pointer);
    LLVMValueRef main = LLVM.LLVMAddFunction(module, memory.name("main"), mainType);
    mark(main);
    final LLVMBasicBlockRef entry = block(main);
    final LLVMBasicBlockRef digits = block(main);
    final LLVMBasicBlockRef done = block(main);
    at(entry);
    LLVMTypeRef bufferType = LLVM.LLVMArrayType2(i8, 24);
    final LLVMValueRef buffer = slot(bufferType);
    final LLVMValueRef total = slot(i64);
    final LLVMValueRef at = slot(i64);
    store(number(0), total);
    for (int root : program.roots()) {
      for (int k = 0; k < program.modules().get(root).functions().size(); k++) {
        LLVMValueRef before = load(total);
        LLVMValueRef result = call(new Callee(root, k), number(k + 1), number(4));
        store(binary(LLVM.LLVMAdd, before, result), total);
      }
    }
    store(number(23), at);
    store(LLVM.LLVMConstInt(i8, '\n', 0), element(buffer, load(at)));
    LLVM.LLVMBuildBr(builder, digits);
    at(digits);
    store(binary(LLVM.LLVMSub, load(at), number(1)), at);
    LLVMValueRef digit = binary(LLVM.LLVMURem, load(total), number(10));
    LLVMValueRef character = binary(LLVM.LLVMAdd, digit, number('0'));
    store(LLVM.LLVMBuildTrunc(builder, character, i8, memory.noName), element(buffer, load(at)));
    store(binary(LLVM.LLVMUDiv, load(total), number(10)), total);
    branch(compare(LLVM.LLVMIntEQ, load(total), number(0)), done, digits);
    at(done);
    LLVMTypeRef writeType = type(i64, i32, pointer, i64);
    LLVMValueRef write = LLVM.LLVMAddFunction(module, memory.name("pink_write"), writeType);
    LLVMValueRef length = binary(LLVM.LLVMSub, number(24), load(at));
    call(writeType, write, int32(1), element(buffer, load(at)), length);
    LLVM.LLVMBuildRet(builder, int32(0));
  }

  private void mark(LLVMValueRef function) {
    LLVM.LLVMAddAttributeAtIndex(function, FUNCTION, nounwind);
    LLVM.LLVMAddAttributeAtIndex(function, FUNCTION, unwindTable);
  }

  // ---- instructions -------------------------------------------------------------------------

  private LLVMBasicBlockRef block(LLVMValueRef function) {
    return LLVM.LLVMAppendBasicBlockInContext(context, function, memory.noName);
  }

  private void at(LLVMBasicBlockRef block) {
    LLVM.LLVMPositionBuilderAtEnd(builder, block);
  }

  private LLVMValueRef number(long value) {
    return LLVM.LLVMConstInt(i64, value, 0);
  }

  private LLVMValueRef int32(long value) {
    return LLVM.LLVMConstInt(i32, value, 0);
  }

  private LLVMValueRef slot(LLVMTypeRef type) {
    return LLVM.LLVMBuildAlloca(builder, type, memory.noName);
  }

  private LLVMValueRef load(LLVMValueRef slot) {
    return LLVM.LLVMBuildLoad2(builder, i64, slot, memory.noName);
  }

  private void store(LLVMValueRef value, LLVMValueRef slot) {
    LLVM.LLVMBuildStore(builder, value, slot);
  }

  private LLVMValueRef binary(int operation, LLVMValueRef left, LLVMValueRef right) {
    return LLVM.LLVMBuildBinOp(builder, operation, left, right, memory.noName);
  }

  private LLVMValueRef and(LLVMValueRef value, long mask) {
    return binary(LLVM.LLVMAnd, value, number(mask));
  }

  private LLVMValueRef compare(int predicate, LLVMValueRef left, LLVMValueRef right) {
    return LLVM.LLVMBuildICmp(builder, predicate, left, right, memory.noName);
  }

  private void branch(LLVMValueRef condition, LLVMBasicBlockRef then, LLVMBasicBlockRef other) {
    LLVM.LLVMBuildCondBr(builder, condition, then, other);
  }

  private LLVMValueRef element(LLVMValueRef buffer, LLVMValueRef index) {
    return LLVM.LLVMBuildGEP2(builder, i8, buffer, index, 1, memory.noName);
  }

  private LLVMValueRef call(Callee callee, LLVMValueRef first, LLVMValueRef second) {
    return call(functionType, function(callee), first, second);
  }

  private LLVMValueRef call(LLVMTypeRef type, LLVMValueRef callee, LLVMValueRef... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      memory.values.put(i, arguments[i]);
    }
    return LLVM.LLVMBuildCall2(builder, type, callee, memory.values, arguments.length, "");
  }

  @Override
  public void close() {
    LLVM.LLVMDisposeBuilder(builder);
  }
}
