package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.llvm.BinaryInstruction;
import org.pinklang.codegen.llvm.Cast;
import org.pinklang.codegen.llvm.InstructionBuilder;
import org.pinklang.codegen.llvm.LlvmAttribute;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmFunction;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.CheckedFunction;

/** The C function {@code main}, which calls the program's entry and makes its result a status. */
final class MainFunction {
  private final ModuleScope module;
  private final LlvmContext context;

  MainFunction(ModuleScope module) {
    this.module = module;
    this.context = module.context();
  }

  /** Adds {@code i32 main(i32, ptr)} for a program's entry. */
  void add(CheckedFunction entry) {
    LlvmType i32 = context.integer(32);
    LlvmFunction main =
        module
            .symbols()
            .external("main", context.function(i32, List.of(i32, context.pointerType()), false));
    main.addAttribute(LlvmAttribute.flag(context, "nounwind"));
    try (InstructionBuilder builder = new InstructionBuilder(context)) {
      builder.beginReached(main);
      builder.returnValue(status(builder, entry.type().result(), call(builder, entry)));
    }
  }

  private LlvmValue call(InstructionBuilder builder, CheckedFunction entry) {
    CallShape shape = module.shapes().of(entry.type());
    LlvmFunction callee = module.symbols().function(entry.symbol(), entry.type());
    LlvmValue result =
        builder.call(shape.functionType(), callee.address(), arguments(builder, entry));
    shape.annotate(builder, result);
    return result;
  }

  private List<LlvmValue> arguments(InstructionBuilder builder, CheckedFunction entry) {
    if (entry.parameters().isEmpty()) {
      return List.of();
    }
    LlvmFunction arguments = module.runtime().arguments();
    LlvmValue slice = builder.call(arguments.type(), arguments.address(), List.of());
    return List.of(builder.extract(slice, 0), builder.extract(slice, 1));
  }

  private LlvmValue status(InstructionBuilder builder, PinkType result, LlvmValue value) {
    LlvmType i32 = context.integer(32);
    if (!(result instanceof Scalar scalar) || scalar == Scalar.NIL) {
      return context.integer(i32, 0);
    }
    if (scalar == Scalar.BOOLEAN) {
      return builder.cast(Cast.ZEXT, value, i32);
    }
    LlvmValue whole =
        scalar.bits() == 32
            ? value
            : builder.cast(scalar.bits() > 32 ? Cast.TRUNC : Cast.ZEXT, value, i32);
    return builder.binary(BinaryInstruction.AND, whole, context.integer(i32, 0xFF));
  }
}
