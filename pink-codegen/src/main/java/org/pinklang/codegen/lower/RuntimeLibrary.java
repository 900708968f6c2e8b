package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.llvm.LlvmAttribute;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmFunction;
import org.pinklang.codegen.llvm.LlvmGlobal;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;

/**
 * What generated code asks of the small runtime that everything is linked with. Declared when first
 * used.
 */
final class RuntimeLibrary {
  private final LlvmContext context;
  private final LlvmModule module;
  private final Symbols symbols;
  private final Map<String, LlvmFunction> functions = new HashMap<>();
  private @Nullable LlvmValue stackLimit;

  RuntimeLibrary(LlvmContext context, LlvmModule module, Symbols symbols) {
    this.context = context;
    this.module = module;
    this.symbols = symbols;
  }

  /** {@code void pink_panic(ptr message, i64 length, ptr file, i32 line, i32 column)}. */
  LlvmFunction panic() {
    return panicking("pink_panic", context.pointerType(), context.integer(64));
  }

  /**
   * {@code void pink_panic_index(i64 index, i64 length, i32 unsigned, ptr file, i32 line, i32
   * column)}; {@code unsigned} is 1 for an index of the type {@code Unsigned64}, else 0.
   */
  LlvmFunction panicIndex() {
    return panicking(
        "pink_panic_index", context.integer(64), context.integer(64), context.integer(32));
  }

  /**
   * {@code void pink_panic_slice(i64 from, i64 to, i64 length, i32 unsigned, ptr file, i32 line,
   * i32 column)}; a length of −1 is that of memory behind a pointer, which nobody knows, and {@code
   * unsigned} adds 1 for {@code from} and 2 for {@code to} of the type {@code Unsigned64}.
   */
  LlvmFunction panicSlice() {
    LlvmType i64 = context.integer(64);
    return panicking("pink_panic_slice", i64, i64, i64, context.integer(32));
  }

  private LlvmFunction panicking(String name, LlvmType... first) {
    LlvmFunction known = functions.get(name);
    if (known == null) {
      known = atPosition(name, List.of(first), List.of());
      known.addAttribute(LlvmAttribute.flag(context, "noreturn"));
      functions.put(name, known);
    }
    return known;
  }

  /** {@code void pink_out_of_stack(ptr file, i32 line, i32 column)}, which may return. */
  LlvmFunction outOfStack() {
    return functions.computeIfAbsent(
        "pink_out_of_stack", name -> atPosition(name, List.of(), List.of()));
  }

  /**
   * {@code void pink_out_of_stack_for(ptr file, i32 line, i32 column, i64 bytes)}, which returns if
   * there is room for that many bytes below the caller's frame.
   */
  LlvmFunction outOfStackFor() {
    return functions.computeIfAbsent(
        "pink_out_of_stack_for", name -> atPosition(name, List.of(), List.of(context.integer(64))));
  }

  private LlvmFunction atPosition(String name, List<LlvmType> first, List<LlvmType> last) {
    List<LlvmType> parameters = new ArrayList<>(first);
    parameters.add(context.pointerType());
    parameters.add(context.integer(32));
    parameters.add(context.integer(32));
    parameters.addAll(last);
    LlvmType type = context.function(context.voidType(), parameters, false);
    LlvmFunction function = symbols.external(name, type);
    function.addAttribute(LlvmAttribute.flag(context, "cold"));
    function.addAttribute(LlvmAttribute.flag(context, "nounwind"));
    return function;
  }

  /** {@code {ptr, i64} pink_arguments()}: the command line as a slice of texts. */
  LlvmFunction arguments() {
    LlvmType slice = context.struct(List.of(context.pointerType(), context.integer(64)), false);
    return symbols.external("pink_arguments", context.function(slice, List.of(), false));
  }

  /** {@code ptr pink_stack_limit}: no frame may reach below it. */
  LlvmValue stackLimit() {
    LlvmValue known = stackLimit;
    if (known == null) {
      LlvmGlobal declared = module.global("pink_stack_limit");
      known =
          declared == null
              ? module.addGlobal("pink_stack_limit", context.pointerType()).address()
              : declared.address();
      stackLimit = known;
    }
    return known;
  }
}
