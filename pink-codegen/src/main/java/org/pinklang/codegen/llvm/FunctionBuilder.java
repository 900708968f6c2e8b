package org.pinklang.codegen.llvm;

import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.CodeReader;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.SimpleType;
import org.pinklang.codegen.ir.Step;

/** Carries out the steps that fill functions. For one thread. */
final class FunctionBuilder implements AutoCloseable {
  private final LlvmModule module;
  private final LLVMContextRef context;
  private final CodeReader code;
  private final OperandReader operands;
  private final HandleTable<LLVMAttributeRef> attributes;
  private final DebugInfoBuilder debugInformation;
  private final HandleTable<LLVMBasicBlockRef> blocks = new HandleTable<>(LLVMBasicBlockRef[]::new);
  private final HandleTable<LLVMBuilderRef> builders = new HandleTable<>(LLVMBuilderRef[]::new);
  private final BytePointer noName;
  private LLVMBuilderRef builder;
  private @Nullable BodySplit split;

  FunctionBuilder(
      LlvmModule module,
      CodeReader code,
      OperandReader operands,
      HandleTable<LLVMAttributeRef> attributes,
      DebugInfoBuilder debugInformation) {
    this.module = module;
    this.context = module.context().handle();
    this.code = code;
    this.operands = operands;
    this.attributes = attributes;
    this.debugInformation = debugInformation;
    this.noName = module.context().emptyName();
    builder = LLVM.LLVMCreateBuilderInContext(context);
    builders.add(builder);
  }

  /** Carries out one step. */
  void build(Step step) {
    switch (step) {
      case USE_BUILDER -> useBuilder(code.index());
      case BEGIN_BLOCK -> begin();
      case PREPEND_ENTRY -> {
        LLVMValueRef function = operands.symbol();
        // Its number is the next one: nothing has named the block before.
        code.index();
        blocks.add(FunctionBody.prependEntry(function, builder, module.context()));
      }
      case SPLIT_BODY -> {
        LLVMValueRef function = operands.symbol();
        split = BodySplit.of(module, function, code.text());
      }
      case CONTINUE_IN_BODY -> Objects.requireNonNull(split).continueInBody(builder);
      case STORE -> LLVM.LLVMBuildStore(builder, operands.value(), operands.value());
      case COPY -> copy();
      case FILL -> fill();
      case ADD_CALL_ATTRIBUTE -> addCallAttribute();
      case BRANCH -> LLVM.LLVMBuildBr(builder, block());
      case BRANCH_IF -> LLVM.LLVMBuildCondBr(builder, operands.value(), block(), block());
      case BRANCH_BY_VALUE -> branchByValue();
      case RETURN_VOID -> LLVM.LLVMBuildRetVoid(builder);
      case RETURN_VALUE -> LLVM.LLVMBuildRet(builder, operands.value());
      case UNREACHABLE -> LLVM.LLVMBuildUnreachable(builder);
      case DEBUG_LOCATION -> debugInformation.locate(builder);
      case DEBUG_LOCATION_IN -> debugInformation.locateInFunction(builder);
      case DEBUG_VARIABLE -> debugInformation.declare(builder);
      default -> operands.addResult(result(step));
    }
  }

  private LLVMValueRef result(Step step) {
    return switch (step) {
      case ALLOCA -> LLVM.LLVMBuildAlloca(builder, operands.type(), noName);
      case LOAD -> LLVM.LLVMBuildLoad2(builder, operands.type(), operands.value(), noName);
      case FIELD -> field();
      case ELEMENT -> {
        LLVMTypeRef type = operands.type();
        LLVMValueRef address = operands.value();
        yield LLVM.LLVMBuildGEP2(builder, type, address, operands.value(), 1, noName);
      }
      case ELEMENT_IN_RANGE -> elementInRange();
      case INCREMENT ->
          code.index() != 0
              ? LLVM.LLVMBuildNSWAdd(builder, operands.value(), operands.value(), noName)
              : LLVM.LLVMBuildNUWAdd(builder, operands.value(), operands.value(), noName);
      case BINARY ->
          LLVM.LLVMBuildBinOp(
              builder,
              LlvmOpcodes.binary(code.index()),
              operands.value(),
              operands.value(),
              noName);
      case COMPARE -> compare();
      case CAST ->
          LLVM.LLVMBuildCast(
              builder, LlvmOpcodes.cast(code.index()), operands.value(), operands.type(), noName);
      case SELECT ->
          LLVM.LLVMBuildSelect(
              builder, operands.value(), operands.value(), operands.value(), noName);
      case NEGATE -> LLVM.LLVMBuildNeg(builder, operands.value(), noName);
      case NEGATE_FLOAT -> LLVM.LLVMBuildFNeg(builder, operands.value(), noName);
      case NOT -> LLVM.LLVMBuildNot(builder, operands.value(), noName);
      case EXTRACT -> LLVM.LLVMBuildExtractValue(builder, operands.value(), code.index(), noName);
      case INSERT ->
          LLVM.LLVMBuildInsertValue(
              builder, operands.value(), operands.value(), code.index(), noName);
      case CALL -> call();
      default -> throw new IllegalStateException(step.toString());
    };
  }

  // ---- blocks -------------------------------------------------------------------------------

  private void useBuilder(int number) {
    while (number >= builders.size()) {
      builders.add(LLVM.LLVMCreateBuilderInContext(context));
    }
    builder = builders.get(number);
  }

  private void begin() {
    LLVMValueRef function = operands.symbol();
    LLVMBasicBlockRef block = block();
    LLVM.LLVMAppendExistingBasicBlock(function, block);
    LLVM.LLVMPositionBuilderAtEnd(builder, block);
  }

  /** A block comes into being where it is first named. */
  private LLVMBasicBlockRef block() {
    int number = code.index();
    if (number == blocks.size()) {
      blocks.add(LLVM.LLVMCreateBasicBlockInContext(context, noName));
    }
    return blocks.get(number);
  }

  private void branchByValue() {
    LLVMValueRef value = operands.value();
    LLVMBasicBlockRef otherwise = block();
    int cases = code.index();
    LLVMValueRef instruction = LLVM.LLVMBuildSwitch(builder, value, otherwise, cases);
    for (int i = 0; i < cases; i++) {
      LLVM.LLVMAddCase(instruction, operands.value(), block());
    }
  }

  // ---- instructions -------------------------------------------------------------------------

  private LLVMValueRef field() {
    LLVMValueRef address = operands.value();
    LLVMValueRef offset = LLVM.LLVMConstInt(operands.simpleType(SimpleType.I64), code.signed(), 0);
    LLVMTypeRef octet = operands.simpleType(SimpleType.I8);
    return LLVM.LLVMBuildInBoundsGEP2(builder, octet, address, offset, 1, noName);
  }

  /** What is in range also never runs past the end of the address space on the way. */
  private LLVMValueRef elementInRange() {
    LLVMTypeRef type = operands.type();
    LLVMValueRef address = operands.value();
    LLVMValueRef element =
        LLVM.LLVMBuildInBoundsGEP2(builder, type, address, operands.value(), 1, noName);
    if (LLVM.LLVMIsAGetElementPtrInst(element) != null) {
      LLVM.LLVMGEPSetNoWrapFlags(element, LLVM.LLVMGEPFlagInBounds | LLVM.LLVMGEPFlagNUW);
    }
    return element;
  }

  private LLVMValueRef compare() {
    Comparison comparison = LlvmOpcodes.comparison(code.index());
    int predicate = LlvmOpcodes.predicate(comparison);
    LLVMValueRef left = operands.value();
    LLVMValueRef right = operands.value();
    return LlvmOpcodes.ofFloats(comparison)
        ? LLVM.LLVMBuildFCmp(builder, predicate, left, right, noName)
        : LLVM.LLVMBuildICmp(builder, predicate, left, right, noName);
  }

  private void copy() {
    LLVMValueRef to = operands.value();
    LLVMValueRef from = operands.value();
    LLVMValueRef size = size();
    int alignment = code.index();
    LLVM.LLVMBuildMemCpy(builder, to, alignment, from, alignment, size);
  }

  private void fill() {
    LLVMValueRef to = operands.value();
    LLVMValueRef value = operands.value();
    LLVMValueRef size = size();
    LLVM.LLVMBuildMemSet(builder, to, value, size, code.index());
  }

  private LLVMValueRef size() {
    return LLVM.LLVMConstInt(operands.simpleType(SimpleType.I64), code.signed(), 0);
  }

  private LLVMValueRef call() {
    LLVMTypeRef type = operands.type();
    LLVMValueRef callee = operands.value();
    int count = code.index();
    if (count < 2) {
      // At most one argument passes without an array, and so without making a name of a text.
      LLVMValueRef argument = count == 0 ? null : operands.value();
      return LLVM.LLVMBuildCall2(builder, type, callee, argument, count, noName);
    }
    return LLVM.LLVMBuildCall2(builder, type, callee, operands.values(count), count, "");
  }

  private void addCallAttribute() {
    LLVMValueRef call = operands.value();
    int place = code.index();
    LLVM.LLVMAddCallSiteAttribute(call, place, attributes.get(code.index()));
  }

  @Override
  public void close() {
    for (int i = 0; i < builders.size(); i++) {
      LLVM.LLVMDisposeBuilder(builders.get(i));
    }
  }
}
