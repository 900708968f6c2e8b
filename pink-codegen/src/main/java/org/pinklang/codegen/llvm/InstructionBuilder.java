package org.pinklang.codegen.llvm;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * Appends instructions to blocks.
 *
 * <p>After a terminator, and in a block that nothing reaches, there is no place to append to: the
 * builder then swallows every instruction and gives {@link LlvmValue#UNREACHABLE}, until a block
 * that is reached begins. So whoever lowers need not know what diverges, and no block ever has
 * instructions after its terminator.
 *
 * <p>Values get no names, and operand arrays are shared with the context.
 */
public final class InstructionBuilder implements AutoCloseable {
  private final LlvmContext context;
  private final LLVMBuilderRef handle;
  private final BytePointer noName;
  private boolean reachable;
  private boolean open = true;
  private int instructionCount;
  private int blockCount;

  /** A builder for functions of {@code context}, nowhere yet. */
  public InstructionBuilder(LlvmContext context) {
    this.context = context;
    this.handle = LLVM.LLVMCreateBuilderInContext(context.handle());
    this.noName = context.emptyName();
  }

  // ---- positions ----------------------------------------------------------------------------

  /** Whether instructions are appended, not swallowed. */
  public boolean isReachable() {
    return reachable;
  }

  /** Instructions appended since the builder was made. */
  public int instructionCount() {
    return instructionCount;
  }

  /** Blocks begun since the builder was made. */
  public int blockCount() {
    return blockCount;
  }

  /** Appends a block that is reached in ways the builder does not see, and continues there. */
  public LlvmBlock beginReached(LlvmFunction function) {
    LlvmBlock block = new LlvmBlock(context.createBlock());
    begin(function, block);
    return block;
  }

  /** Appends a block to its function and continues there, if something branches to it. */
  public void begin(LlvmFunction function, LlvmBlock block) {
    LLVMBasicBlockRef reached = block.handleIfReached();
    reachable = reached != null;
    if (reached != null) {
      LLVM.LLVMAppendExistingBasicBlock(function.handle(), reached);
      LLVM.LLVMPositionBuilderAtEnd(handle, reached);
      blockCount++;
    }
  }

  LLVMBuilderRef handle() {
    return handle;
  }

  LlvmContext context() {
    return context;
  }

  /** Continues at the end of an open block that LLVM made. */
  void continueAt(LLVMBasicBlockRef block) {
    LLVM.LLVMPositionBuilderAtEnd(handle, block);
    reachable = true;
  }

  // ---- memory -------------------------------------------------------------------------------

  /** Stack memory; only in the entry block, so that the frame has a fixed size. */
  public LlvmValue alloca(LlvmType type) {
    return reachable ? built(LLVM.LLVMBuildAlloca(handle, type.handle(), noName)) : unreachable();
  }

  /** Reads a value. */
  public LlvmValue load(LlvmType type, LlvmValue address) {
    return reachable
        ? built(LLVM.LLVMBuildLoad2(handle, type.handle(), address.handle(), noName))
        : unreachable();
  }

  /** Writes a value. */
  public void store(LlvmValue value, LlvmValue address) {
    if (reachable) {
      built(LLVM.LLVMBuildStore(handle, value.handle(), address.handle()));
    }
  }

  /** The address {@code offset} bytes into an object that holds them. */
  public LlvmValue field(LlvmValue address, long offset) {
    if (!reachable || offset == 0) {
      return reachable ? address : unreachable();
    }
    LLVMValueRef index = LLVM.LLVMConstInt(context.integer(64).handle(), offset, 0);
    return built(
        LLVM.LLVMBuildInBoundsGEP2(
            handle, context.integer(8).handle(), address.handle(), index, 1, noName));
  }

  /** The address of element {@code index} of consecutive elements of a type. */
  public LlvmValue element(LlvmType elementType, LlvmValue address, LlvmValue index) {
    return reachable
        ? built(
            LLVM.LLVMBuildGEP2(
                handle, elementType.handle(), address.handle(), index.handle(), 1, noName))
        : unreachable();
  }

  /** Copies {@code size} bytes between objects that are one or do not overlap. */
  public void copy(LlvmValue to, LlvmValue from, long size, int alignment) {
    if (reachable && size != 0) {
      LLVMValueRef bytes = LLVM.LLVMConstInt(context.integer(64).handle(), size, 0);
      built(LLVM.LLVMBuildMemCpy(handle, to.handle(), alignment, from.handle(), alignment, bytes));
    }
  }

  /** Fills {@code size} bytes. */
  public void fill(LlvmValue to, LlvmValue value, long size, int alignment) {
    if (reachable && size != 0) {
      LLVMValueRef bytes = LLVM.LLVMConstInt(context.integer(64).handle(), size, 0);
      built(LLVM.LLVMBuildMemSet(handle, to.handle(), value.handle(), bytes, alignment));
    }
  }

  // ---- values -------------------------------------------------------------------------------

  /** An instruction of two operands. */
  public LlvmValue binary(BinaryInstruction instruction, LlvmValue left, LlvmValue right) {
    return reachable
        ? built(
            LLVM.LLVMBuildBinOp(
                handle, instruction.opcode(), left.handle(), right.handle(), noName))
        : unreachable();
  }

  /** A comparison; gives an {@code i1}. */
  public LlvmValue compare(Comparison comparison, LlvmValue left, LlvmValue right) {
    if (!reachable) {
      return unreachable();
    }
    int predicate = comparison.predicate();
    return built(
        comparison.ofFloats()
            ? LLVM.LLVMBuildFCmp(handle, predicate, left.handle(), right.handle(), noName)
            : LLVM.LLVMBuildICmp(handle, predicate, left.handle(), right.handle(), noName));
  }

  /** A conversion to another type. */
  public LlvmValue cast(Cast cast, LlvmValue value, LlvmType type) {
    return reachable
        ? built(LLVM.LLVMBuildCast(handle, cast.opcode(), value.handle(), type.handle(), noName))
        : unreachable();
  }

  /** One of two values. */
  public LlvmValue select(LlvmValue condition, LlvmValue ifTrue, LlvmValue ifFalse) {
    return reachable
        ? built(
            LLVM.LLVMBuildSelect(
                handle, condition.handle(), ifTrue.handle(), ifFalse.handle(), noName))
        : unreachable();
  }

  /** The negated integer, wrapping. */
  public LlvmValue negate(LlvmValue value) {
    return reachable ? built(LLVM.LLVMBuildNeg(handle, value.handle(), noName)) : unreachable();
  }

  /** The negated float. */
  public LlvmValue negateFloat(LlvmValue value) {
    return reachable ? built(LLVM.LLVMBuildFNeg(handle, value.handle(), noName)) : unreachable();
  }

  /** All bits turned over. */
  public LlvmValue not(LlvmValue value) {
    return reachable ? built(LLVM.LLVMBuildNot(handle, value.handle(), noName)) : unreachable();
  }

  /** A field of a struct value, as calls return them. */
  public LlvmValue extract(LlvmValue aggregate, int index) {
    return reachable
        ? built(LLVM.LLVMBuildExtractValue(handle, aggregate.handle(), index, noName))
        : unreachable();
  }

  /** A struct value with one field replaced, as functions return them. */
  public LlvmValue insert(LlvmValue aggregate, LlvmValue value, int index) {
    return reachable
        ? built(
            LLVM.LLVMBuildInsertValue(handle, aggregate.handle(), value.handle(), index, noName))
        : unreachable();
  }

  // ---- calls --------------------------------------------------------------------------------

  /** A call. */
  public LlvmValue call(LlvmType functionType, LlvmValue callee, List<LlvmValue> arguments) {
    if (!reachable) {
      return unreachable();
    }
    if (arguments.size() == 1) {
      // One argument passes without an array and without a name made of a string.
      LLVMValueRef only = arguments.get(0).handle();
      return built(
          LLVM.LLVMBuildCall2(handle, functionType.handle(), callee.handle(), only, 1, noName));
    }
    return built(
        LLVM.LLVMBuildCall2(
            handle,
            functionType.handle(),
            callee.handle(),
            context.valueArray(arguments),
            arguments.size(),
            ""));
  }

  /** Adds an attribute to an argument of a call. */
  public void addArgumentAttribute(LlvmValue call, int index, LlvmAttribute attribute) {
    addCallAttribute(call, index + 1, attribute);
  }

  /** Adds an attribute to the result of a call. */
  public void addResultAttribute(LlvmValue call, LlvmAttribute attribute) {
    addCallAttribute(call, 0, attribute);
  }

  private void addCallAttribute(LlvmValue call, int index, LlvmAttribute attribute) {
    if (reachable) {
      LLVM.LLVMAddCallSiteAttribute(call.handle(), index, attribute.handle());
    }
  }

  // ---- terminators --------------------------------------------------------------------------

  /** Ends the block with a jump. */
  public void branch(LlvmBlock target) {
    if (reachable) {
      built(LLVM.LLVMBuildBr(handle, target.reach(context)));
      reachable = false;
    }
  }

  /** Ends the block with a jump to one of two. */
  public void branchIf(LlvmValue condition, LlvmBlock ifTrue, LlvmBlock ifFalse) {
    if (reachable) {
      built(
          LLVM.LLVMBuildCondBr(
              handle, condition.handle(), ifTrue.reach(context), ifFalse.reach(context)));
      reachable = false;
    }
  }

  /** Ends the block with a jump to the block of the case that the value equals. */
  public void branchByValue(
      LlvmValue value, List<LlvmValue> cases, List<LlvmBlock> targets, LlvmBlock otherwise) {
    if (reachable) {
      LLVMValueRef instruction =
          LLVM.LLVMBuildSwitch(handle, value.handle(), otherwise.reach(context), cases.size());
      for (int i = 0; i < cases.size(); i++) {
        LLVM.LLVMAddCase(instruction, cases.get(i).handle(), targets.get(i).reach(context));
      }
      built(instruction);
      reachable = false;
    }
  }

  /** Ends the block and the function. */
  public void returnVoid() {
    if (reachable) {
      built(LLVM.LLVMBuildRetVoid(handle));
      reachable = false;
    }
  }

  /** Ends the block and the function with a value. */
  public void returnValue(LlvmValue value) {
    if (reachable) {
      built(LLVM.LLVMBuildRet(handle, value.handle()));
      reachable = false;
    }
  }

  /** Ends the block where execution cannot arrive. */
  public void endUnreachable() {
    if (reachable) {
      built(LLVM.LLVMBuildUnreachable(handle));
      reachable = false;
    }
  }

  private LlvmValue built(LLVMValueRef value) {
    instructionCount++;
    return new LlvmValue(value);
  }

  private static LlvmValue unreachable() {
    return LlvmValue.UNREACHABLE;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      LLVM.LLVMDisposeBuilder(handle);
    }
  }
}
