package org.pinklang.codegen.lower;

import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.debug.FunctionDebug;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.Local;

/** What the constructs of one function are lowered with: its builder, its slots, each other. */
final class FunctionScope {
  private final ModuleScope module;
  private final CheckedFunction function;
  private final IrFunction llvmFunction;
  private final InstructionBuilder builder;
  private final StackFrame frame;
  private final Positions positions;
  private final FunctionDebug debug;
  private final @Nullable IrValue[] slots;
  private boolean makesCalls;
  private int inlinedCalls;

  private final Memory memory;
  private final Panics panics;
  private final Expressions expressions;
  private final Places places;
  private final Slices slices;
  private final Arithmetic arithmetic;
  private final Conversions conversions;
  private final Equality equality;
  private final Aggregates aggregates;
  private final Calls calls;
  private final Conditions conditions;
  private final Branches branches;
  private final Loops loops;
  private final Bindings bindings;

  FunctionScope(
      ModuleScope module,
      CheckedFunction function,
      IrFunction llvmFunction,
      InstructionBuilder builder,
      StackFrame frame,
      Positions positions) {
    this.module = module;
    this.function = function;
    this.llvmFunction = llvmFunction;
    this.builder = builder;
    this.frame = frame;
    this.positions = positions;
    this.debug = module.describe(function, positions, llvmFunction, builder);
    slots = new IrValue[function.locals().size()];
    memory = new Memory(this);
    panics = new Panics(this);
    expressions = new Expressions(this);
    places = new Places(this);
    slices = new Slices(this);
    arithmetic = new Arithmetic(this);
    conversions = new Conversions(this);
    equality = new Equality(this);
    aggregates = new Aggregates(this);
    calls = new Calls(this);
    conditions = new Conditions(this);
    branches = new Branches(this);
    loops = new Loops(this);
    bindings = new Bindings(this);
  }

  ModuleScope module() {
    return module;
  }

  IrContext context() {
    return module.context();
  }

  TypeLayouts layouts() {
    return module.layouts();
  }

  CheckedFunction function() {
    return function;
  }

  IrFunction llvmFunction() {
    return llvmFunction;
  }

  InstructionBuilder builder() {
    return builder;
  }

  StackFrame frame() {
    return frame;
  }

  FunctionDebug debug() {
    return debug;
  }

  /** Lines and columns in the text that the function is from. */
  Positions positions() {
    return positions;
  }

  /** Continues in a block, if something branches to it. */
  void begin(IrBlock block) {
    builder.begin(llvmFunction, block);
  }

  /** Where a local lives; a slot is made when it is first asked for. */
  IrValue slot(Local local) {
    IrValue slot = slots[local.id()];
    if (slot == null) {
      PinkType type = local.type();
      slot = frame.allocate(module.types().storage(type), layouts().size(type));
      slots[local.id()] = slot;
    }
    return slot;
  }

  /** Lets a local live where its argument already lies. */
  void setSlot(Local local, IrValue address) {
    slots[local.id()] = address;
  }

  /** Remembers that the function calls another. */
  void noteCall() {
    makesCalls = true;
  }

  /** Counts a call that LLVM may inline, and gives how many there are. */
  int countInlined() {
    return ++inlinedCalls;
  }

  /** Whether the function calls others, so that the stack can run out in it. */
  boolean makesCalls() {
    return makesCalls;
  }

  Memory memory() {
    return memory;
  }

  Panics panics() {
    return panics;
  }

  Expressions expressions() {
    return expressions;
  }

  Places places() {
    return places;
  }

  Slices slices() {
    return slices;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  Conversions conversions() {
    return conversions;
  }

  Equality equality() {
    return equality;
  }

  Aggregates aggregates() {
    return aggregates;
  }

  Calls calls() {
    return calls;
  }

  Conditions conditions() {
    return conditions;
  }

  Branches branches() {
    return branches;
  }

  Loops loops() {
    return loops;
  }

  Bindings bindings() {
    return bindings;
  }
}
