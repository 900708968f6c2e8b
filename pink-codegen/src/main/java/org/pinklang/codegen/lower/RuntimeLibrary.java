package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.IrAttribute;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrModule;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.frontend.type.PinkType;

/**
 * What generated code asks of the small runtime that everything is linked with. Declared when first
 * used.
 */
final class RuntimeLibrary {
  private static final String PANIC = "pink_panic";
  private static final String PANIC_INDEX = "pink_panic_index";
  private static final String PANIC_SLICE = "pink_panic_slice";

  /** The functions that never return. */
  static final List<String> PANICKING = List.of(PANIC, PANIC_INDEX, PANIC_SLICE);

  /** The type of the function that gives the command line as a slice of texts. */
  static final PinkType.Function ARGUMENTS =
      new PinkType.Function(List.of(), new PinkType.Slice(PinkType.Slice.OF_BYTES), false);

  /** What LLVM makes instructions of, by the name of the function that does the same. */
  static final Map<String, String> INSTRUCTIONS = Map.of("pink_sqrt", "llvm.sqrt.f64");

  private final IrContext context;
  private final IrModule module;
  private final Symbols symbols;
  private final Map<String, IrFunction> functions = new HashMap<>();
  private @Nullable IrValue stackLimit;

  RuntimeLibrary(IrContext context, IrModule module, Symbols symbols) {
    this.context = context;
    this.module = module;
    this.symbols = symbols;
  }

  /** {@code void pink_panic(ptr message, i64 length, ptr file, i32 line, i32 column)}. */
  IrFunction panic() {
    return panicking(PANIC, context.pointerType(), context.integer(64));
  }

  /**
   * {@code void pink_panic_index(i64 index, i64 length, i32 unsigned, ptr file, i32 line, i32
   * column)}; {@code unsigned} is 1 for an index of the type {@code Unsigned64}, else 0.
   */
  IrFunction panicIndex() {
    return panicking(PANIC_INDEX, context.integer(64), context.integer(64), context.integer(32));
  }

  /**
   * {@code void pink_panic_slice(i64 from, i64 to, i64 length, i32 unsigned, ptr file, i32 line,
   * i32 column)}; a length of −1 is that of memory behind a pointer, which nobody knows, and {@code
   * unsigned} adds 1 for {@code from} and 2 for {@code to} of the type {@code Unsigned64}.
   */
  IrFunction panicSlice() {
    IrType i64 = context.integer(64);
    return panicking(PANIC_SLICE, i64, i64, i64, context.integer(32));
  }

  private IrFunction panicking(String name, IrType... first) {
    IrFunction known = functions.get(name);
    if (known == null) {
      known = atPosition(name, List.of(first), List.of());
      known.addAttribute(IrAttribute.flag(context, "noreturn"));
      functions.put(name, known);
    }
    return known;
  }

  /** {@code void pink_out_of_stack(ptr file, i32 line, i32 column)}, which may return. */
  IrFunction outOfStack() {
    return functions.computeIfAbsent(
        "pink_out_of_stack", name -> atPosition(name, List.of(), List.of()));
  }

  /**
   * {@code void pink_out_of_stack_for(ptr file, i32 line, i32 column, i64 bytes)}, which returns if
   * there is room for that many bytes below the caller's frame.
   */
  IrFunction outOfStackFor() {
    return functions.computeIfAbsent(
        "pink_out_of_stack_for", name -> atPosition(name, List.of(), List.of(context.integer(64))));
  }

  private IrFunction atPosition(String name, List<IrType> first, List<IrType> last) {
    List<IrType> parameters = new ArrayList<>(first);
    parameters.add(context.pointerType());
    parameters.add(context.integer(32));
    parameters.add(context.integer(32));
    parameters.addAll(last);
    IrType type = context.function(context.voidType(), parameters, false);
    IrFunction function = symbols.external(name, type);
    function.addAttribute(IrAttribute.flag(context, "cold"));
    function.addAttribute(IrAttribute.flag(context, "nounwind"));
    return function;
  }

  /** {@code pink_arguments}, which gives the command line, in the shape of {@link #ARGUMENTS}. */
  IrFunction arguments(CallShape shape) {
    return symbols.external("pink_arguments", shape.functionType());
  }

  /** {@code ptr pink_stack_limit}: no frame may reach below it. */
  IrValue stackLimit() {
    IrValue known = stackLimit;
    if (known == null) {
      known = module.addGlobal("pink_stack_limit", context.pointerType()).address();
      stackLimit = known;
    }
    return known;
  }
}
