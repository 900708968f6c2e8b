package org.pinklang.codegen.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Appends instructions to blocks.
 *
 * <p>After a terminator, and in a block that nothing reaches, there is no place to append to: the
 * builder then swallows every instruction and gives {@link IrValue#UNREACHABLE}, until a block that
 * is reached begins. So whoever lowers need not know what diverges, and no block ever has
 * instructions after its terminator.
 */
public final class InstructionBuilder {
  private static final int CALL_ITSELF = -1;

  /**
   * The most calls in one of LLVM's blocks. Its fast register allocator compares every register it
   * takes with what each call of the block so far keeps, which is quadratic in these.
   */
  private static final int MOST_CALLS = 256;

  /**
   * About the most instructions in one of LLVM's blocks. What brings them into the processor's
   * form, where the result is also an operand, is quadratic in these.
   */
  private static final int MOST_INSTRUCTIONS = 2_000;

  private final IrContext context;
  private final int number;
  private boolean reachable;
  private int instructionCount;
  private int blockCount;
  private int divisionCount;
  private int blockStart;
  private int longestBlock;
  private int callsInPart;
  private int partStart;
  private int functionNumber;
  private @Nullable IrLocation location;
  private @Nullable IrLocation writtenLocation;

  /** A builder for functions of {@code context}, nowhere yet. */
  public InstructionBuilder(IrContext context) {
    this.context = context;
    this.number = context.nextBuilder();
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

  /** How many of the blocks are no more than the rest of one that was divided. */
  public int divisionCount() {
    return divisionCount;
  }

  /**
   * The most instructions in one block since one was begun that the builder does not see reached.
   * What is divided counts as one, as LLVM's passes would make one of it.
   */
  public int longestBlock() {
    return Math.max(longestBlock, instructionCount - blockStart);
  }

  /** Appends a block that is reached in ways the builder does not see, and continues there. */
  public IrBlock beginReached(IrFunction function) {
    IrBlock block = new IrBlock();
    block.reach(context);
    begin(function, block);
    longestBlock = 0;
    return block;
  }

  /** Appends a block to its function and continues there, if something branches to it. */
  public void begin(IrFunction function, IrBlock block) {
    reachable = block.isReached();
    if (reachable) {
      functionNumber = function.number();
      beginBlock(block);
      longestBlock = longestBlock();
      blockStart = instructionCount;
    }
  }

  private void beginBlock(IrBlock block) {
    step(Step.BEGIN_BLOCK).number(functionNumber).number(block.reach(context));
    blockCount++;
    beginPart();
  }

  private void beginPart() {
    callsInPart = 0;
    partStart = instructionCount;
  }

  private void divideLong() {
    if (callsInPart == MOST_CALLS || instructionCount - partStart >= MOST_INSTRUCTIONS) {
      divideBlock();
    }
  }

  /** Goes on in a new block, which for {@link #longestBlock} is part of the one before. */
  public void divideBlock() {
    if (reachable) {
      IrBlock next = new IrBlock();
      step(Step.BRANCH).number(next.reach(context));
      beginBlock(next);
      divisionCount++;
    }
  }

  /**
   * Puts an empty block before the entry block of a function that the module has, and continues
   * there. The stack slots move into it, for they have a fixed place only in the entry block.
   *
   * @return what was the entry block
   */
  public IrBlock prependEntry(IrFunction function) {
    IrBlock old = new IrBlock();
    step(Step.PREPEND_ENTRY).number(function.number()).number(old.reach(context));
    functionNumber = function.number();
    beginPart();
    reachable = true;
    return old;
  }

  /**
   * Moves a complete function's body to a private function of the same type, whose name is that of
   * the function and a suffix. What callers see has no blocks then.
   */
  public void splitBody(IrFunction function, String suffix) {
    step(Step.SPLIT_BODY).number(function.number()).text(suffix);
  }

  /** Ends the block, one of the function split last, by calling its body for its result. */
  public void continueInBody() {
    if (reachable) {
      step(Step.CONTINUE_IN_BODY);
      reachable = false;
    }
  }

  // ---- debug information --------------------------------------------------------------------

  /** Where the instructions that follow come from; null for no place in the program. */
  public void setLocation(@Nullable IrLocation place) {
    location = place;
  }

  /** Where the instructions that follow come from. */
  public @Nullable IrLocation location() {
    return location;
  }

  /** Lets the instructions that follow come from where the last one came from. */
  public void stayAtLastLocation() {
    location = writtenLocation;
  }

  /**
   * Lets the instructions that follow come from a place in a function that the module has, if that
   * has debug information.
   */
  public void setLocationIn(IrFunction function, int line, int column) {
    CodeWriter code = context.step(number, Step.DEBUG_LOCATION_IN);
    code.number(function.number()).number(line).number(column);
    location = IrLocation.ELSEWHERE;
    writtenLocation = location;
  }

  /** Says where a variable of the program lives from here on. */
  public void declare(IrVariable variable, IrValue address) {
    if (reachable) {
      CodeWriter code = context.step(number, Step.DEBUG_VARIABLE).value(address);
      code.text(variable.name()).number(variable.parameter());
      DebugBuilder.metadata(code, variable.file());
      DebugBuilder.metadata(code, variable.type());
      write(code, variable.location());
    }
  }

  private static void write(CodeWriter code, @Nullable IrLocation place) {
    DebugBuilder.metadata(code, place == null ? null : place.scope());
    code.number(place == null ? 0 : place.line()).number(place == null ? 0 : place.column());
  }

  // ---- memory -------------------------------------------------------------------------------

  /** Stack memory; only in the entry block, so that the frame has a fixed size. */
  public IrValue alloca(IrType type) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.ALLOCA).type(type);
    return result();
  }

  /** Reads a value. */
  public IrValue load(IrType type, IrValue address) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.LOAD).type(type).value(address);
    return result();
  }

  /** Writes a value. */
  public void store(IrValue value, IrValue address) {
    if (reachable) {
      appended(Step.STORE).value(value).value(address);
    }
  }

  /** The address {@code offset} bytes into an object that holds them. */
  public IrValue field(IrValue address, long offset) {
    if (!reachable || offset == 0) {
      return reachable ? address : IrValue.UNREACHABLE;
    }
    step(Step.FIELD).value(address).signed(offset);
    return result();
  }

  /** The address of element {@code index} of consecutive elements of a type. */
  public IrValue element(IrType elementType, IrValue address, IrValue index) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.ELEMENT).type(elementType).value(address).value(index);
    return result();
  }

  /** The same where the index is known to be that of an element, or of the end. */
  public IrValue elementInRange(IrType elementType, IrValue address, IrValue index) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.ELEMENT_IN_RANGE).type(elementType).value(address).value(index);
    return result();
  }

  /** Copies {@code size} bytes between objects that are one or do not overlap. */
  public void copy(IrValue to, IrValue from, long size, int alignment) {
    if (reachable && size != 0) {
      appended(Step.COPY).value(to).value(from).signed(size).number(alignment);
    }
  }

  /** Fills {@code size} bytes. */
  public void fill(IrValue to, IrValue value, long size, int alignment) {
    if (reachable && size != 0) {
      appended(Step.FILL).value(to).value(value).signed(size).number(alignment);
    }
  }

  // ---- values -------------------------------------------------------------------------------

  /** An instruction of two operands. */
  public IrValue binary(BinaryInstruction instruction, IrValue left, IrValue right) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    divideLong();
    step(Step.BINARY).number(instruction.ordinal()).value(left).value(right);
    return result();
  }

  /** One more than an integer that is known not to be the largest of its type. */
  public IrValue increment(IrType type, IrValue value, boolean signed) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.INCREMENT).number(signed ? 1 : 0).value(value).value(context.integer(type, 1));
    return result();
  }

  /** A comparison; gives an {@code i1}. */
  public IrValue compare(Comparison comparison, IrValue left, IrValue right) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.COMPARE).number(comparison.ordinal()).value(left).value(right);
    return result();
  }

  /** A conversion to another type. */
  public IrValue cast(Cast cast, IrValue value, IrType type) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.CAST).number(cast.ordinal()).value(value).type(type);
    return result();
  }

  /** One of two values. */
  public IrValue select(IrValue condition, IrValue ifTrue, IrValue ifFalse) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.SELECT).value(condition).value(ifTrue).value(ifFalse);
    return result();
  }

  /** The negated integer, wrapping. */
  public IrValue negate(IrValue value) {
    return unary(Step.NEGATE, value);
  }

  /** The negated float. */
  public IrValue negateFloat(IrValue value) {
    return unary(Step.NEGATE_FLOAT, value);
  }

  /** All bits turned over. */
  public IrValue not(IrValue value) {
    return unary(Step.NOT, value);
  }

  private IrValue unary(Step step, IrValue value) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(step).value(value);
    return result();
  }

  /** A field of a struct value, as calls return them. */
  public IrValue extract(IrValue aggregate, int index) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.EXTRACT).value(aggregate).number(index);
    return result();
  }

  /** A struct value with one field replaced, as functions return them. */
  public IrValue insert(IrValue aggregate, IrValue value, int index) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    step(Step.INSERT).value(aggregate).value(value).number(index);
    return result();
  }

  // ---- calls --------------------------------------------------------------------------------

  /** A call. */
  public IrValue call(IrType functionType, IrValue callee, List<IrValue> arguments) {
    if (!reachable) {
      return IrValue.UNREACHABLE;
    }
    divideLong();
    callsInPart++;
    CodeWriter code = step(Step.CALL).type(functionType).value(callee).number(arguments.size());
    for (IrValue argument : arguments) {
      code.value(argument);
    }
    return result();
  }

  /** Adds an attribute to an argument of a call. */
  public void addArgumentAttribute(IrValue call, int index, IrAttribute attribute) {
    addCallAttribute(call, index + 1, attribute);
  }

  /** Adds an attribute to the result of a call. */
  public void addResultAttribute(IrValue call, IrAttribute attribute) {
    addCallAttribute(call, 0, attribute);
  }

  /** Has a call never replaced by the body of what it calls. */
  public void keepCall(IrValue call) {
    addCallAttribute(call, CALL_ITSELF, context.flag("noinline"));
  }

  private void addCallAttribute(IrValue call, int place, IrAttribute attribute) {
    if (reachable) {
      step(Step.ADD_CALL_ATTRIBUTE).value(call).number(place).number(attribute.number());
    }
  }

  // ---- terminators --------------------------------------------------------------------------

  /** Ends the block with a jump. */
  public void branch(IrBlock target) {
    if (reachable) {
      appended(Step.BRANCH).number(target.reach(context));
      reachable = false;
    }
  }

  /** Ends the block with a jump to one of two. */
  public void branchIf(IrValue condition, IrBlock ifTrue, IrBlock ifFalse) {
    if (reachable) {
      CodeWriter code = appended(Step.BRANCH_IF).value(condition);
      code.number(ifTrue.reach(context)).number(ifFalse.reach(context));
      reachable = false;
    }
  }

  /** Ends the block with a jump to the block of the case that the value equals. */
  public void branchByValue(
      IrValue value, List<IrValue> cases, List<IrBlock> targets, IrBlock otherwise) {
    if (reachable) {
      CodeWriter code = appended(Step.BRANCH_BY_VALUE).value(value);
      code.number(otherwise.reach(context)).number(cases.size());
      for (int i = 0; i < cases.size(); i++) {
        code.value(cases.get(i)).number(targets.get(i).reach(context));
      }
      reachable = false;
    }
  }

  /** Ends the block and the function. */
  public void returnVoid() {
    if (reachable) {
      appended(Step.RETURN_VOID);
      reachable = false;
    }
  }

  /** Ends the block and the function with a value. */
  public void returnValue(IrValue value) {
    if (reachable) {
      appended(Step.RETURN_VALUE).value(value);
      reachable = false;
    }
  }

  /** Ends the block where execution cannot arrive. */
  public void endUnreachable() {
    if (reachable) {
      appended(Step.UNREACHABLE);
      reachable = false;
    }
  }

  private CodeWriter step(Step step) {
    if (location != writtenLocation) {
      writeLocation();
    }
    return context.step(number, step);
  }

  private void writeLocation() {
    if (!Objects.equals(location, writtenLocation)) {
      write(context.step(number, Step.DEBUG_LOCATION), location);
    }
    writtenLocation = location;
  }

  /** A step that appends an instruction without a result. */
  private CodeWriter appended(Step step) {
    instructionCount++;
    return step(step);
  }

  /** The result of the instruction that was written last. */
  private IrValue result() {
    instructionCount++;
    return context.newResult();
  }
}
