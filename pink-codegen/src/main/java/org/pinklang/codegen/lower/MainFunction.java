package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.ir.BinaryInstruction;
import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrAttribute;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.target.Passing;
import org.pinklang.codegen.target.Signature;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.CheckedFunction;

/** The C function {@code main}, which calls the program's entry and makes its result a status. */
final class MainFunction {
  private final ModuleScope module;
  private final IrContext context;

  MainFunction(ModuleScope module) {
    this.module = module;
    this.context = module.context();
  }

  /** Adds {@code i32 main(i32, ptr)} for a program's entry. */
  void add(CheckedFunction entry) {
    IrType i32 = context.integer(32);
    IrFunction main =
        module
            .symbols()
            .external("main", context.function(i32, List.of(i32, context.pointerType()), false));
    main.addAttribute(IrAttribute.flag(context, "nounwind"));
    InstructionBuilder builder = new InstructionBuilder(context);
    module.describeEntry(entry, main, builder);
    builder.beginReached(main);
    builder.returnValue(status(builder, entry.type().result(), call(builder, entry)));
  }

  private IrValue call(InstructionBuilder builder, CheckedFunction entry) {
    CallShape shape = module.shapes().of(entry.type());
    IrFunction callee = module.symbols().function(entry.symbol(), entry.type());
    List<IrValue> arguments =
        entry.parameters().isEmpty() ? List.of() : arguments(builder, shape.signature());
    IrValue result = builder.call(shape.functionType(), callee.address(), arguments);
    shape.annotate(builder, result);
    return result;
  }

  /** The command line, as the runtime gives and the entry takes it. */
  private List<IrValue> arguments(InstructionBuilder builder, Signature entry) {
    CallShape shape = module.shapes().of(RuntimeLibrary.ARGUMENTS);
    IrFunction arguments = module.runtime().arguments(shape);
    if (entry.parameters().getFirst() instanceof Passing.InPieces
        && shape.signature().result() instanceof Passing.InPieces) {
      IrValue slice = builder.call(shape.functionType(), arguments.address(), List.of());
      return List.of(builder.extract(slice, 0), builder.extract(slice, 1));
    }
    IrValue slice = builder.alloca(module.types().storage(RuntimeLibrary.ARGUMENTS.result()));
    IrValue given = builder.call(shape.functionType(), arguments.address(), List.of(slice));
    shape.annotate(builder, given);
    return List.of(slice);
  }

  private IrValue status(InstructionBuilder builder, PinkType result, IrValue value) {
    IrType i32 = context.integer(32);
    if (!(result instanceof Scalar scalar) || scalar == Scalar.NIL) {
      return context.integer(i32, 0);
    }
    if (scalar == Scalar.BOOLEAN) {
      return builder.cast(Cast.ZEXT, value, i32);
    }
    IrValue whole =
        scalar.bits() == 32
            ? value
            : builder.cast(scalar.bits() > 32 ? Cast.TRUNC : Cast.ZEXT, value, i32);
    return builder.binary(BinaryInstruction.AND, whole, context.integer(i32, 0xFF));
  }
}
