package org.pinklang.codegen.testing;

import java.util.List;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrModule;
import org.pinklang.codegen.ir.IrType;

/** A module at which LLVM meets a fatal error: the baseline processor lacks an instruction. */
public final class UnselectableCode {
  private UnselectableCode() {}

  public static byte[] steps() {
    IrContext context = new IrContext();
    IrModule module = new IrModule(context);
    InstructionBuilder builder = new InstructionBuilder(context);
    IrType i32 = context.integer(32);
    IrType i8 = context.integer(8);
    IrFunction intrinsic =
        module.addFunction(
            "llvm.x86.sse42.crc32.32.8", context.function(i32, List.of(i32, i8), false));
    IrFunction function = module.addFunction("f", context.function(i32, List.of(i32, i8), false));
    builder.beginReached(function);
    builder.returnValue(
        builder.call(
            intrinsic.type(),
            intrinsic.address(),
            List.of(function.argument(0), function.argument(1))));
    return context.finish();
  }
}
