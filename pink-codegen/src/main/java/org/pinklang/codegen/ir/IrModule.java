package org.pinklang.codegen.ir;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions and globals of a module. For one thread. */
public final class IrModule {
  private final IrContext context;
  private final Map<String, IrFunction> functions = new HashMap<>();

  /** A module without symbols; the only one of its context. */
  public IrModule(IrContext context) {
    this.context = context;
  }

  /** The context the module belongs to. */
  public IrContext context() {
    return context;
  }

  /** A function without a body. */
  public IrFunction addFunction(String name, IrType type) {
    context.code().step(Step.FUNCTION).text(name).type(type);
    IrFunction function = new IrFunction(context, context.newSymbol(), name, type);
    functions.put(name, function);
    return function;
  }

  /** A function that the module these steps are for has already. */
  public IrFunction existingFunction(String name) {
    context.code().step(Step.EXISTING_FUNCTION).text(name);
    return new IrFunction(context, context.newSymbol(), name, context.voidType());
  }

  /** A global without an initialiser; an empty name gives one that only this module can name. */
  public IrGlobal addGlobal(String name, IrType type) {
    context.code().step(Step.GLOBAL).text(name).type(type);
    return new IrGlobal(context, context.newSymbol());
  }

  /** The function that was added under a name, null for none. */
  public @Nullable IrFunction function(String name) {
    return functions.get(name);
  }
}
