package org.pinklang.codegen.ir;

/** A global variable or constant of a module. */
public final class IrGlobal {
  private final IrContext context;
  private final IrValue.Symbol symbol;

  IrGlobal(IrContext context, IrValue.Symbol symbol) {
    this.context = context;
    this.symbol = symbol;
  }

  /** Its address. */
  public IrValue address() {
    return symbol;
  }

  /** Says who can see it. */
  public void setVisibility(Visibility visibility) {
    write(Step.SET_VISIBILITY).number(visibility.ordinal());
  }

  /** Defines it. */
  public void setInitializer(IrValue value) {
    write(Step.SET_INITIALIZER).value(value);
  }

  /** Says that it is never written. */
  public void setConstant() {
    write(Step.SET_CONSTANT);
  }

  /** Says that its address means nothing, so that equal ones may be one. */
  public void setMergeable() {
    write(Step.SET_MERGEABLE);
  }

  /** Sets the alignment in bytes. */
  public void setAlignment(int bytes) {
    write(Step.SET_ALIGNMENT).number(bytes);
  }

  private CodeWriter write(Step step) {
    return context.code().step(step).number(symbol.number());
  }
}
