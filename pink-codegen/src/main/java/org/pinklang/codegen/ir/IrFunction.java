package org.pinklang.codegen.ir;

/** A function of a module. */
public final class IrFunction {
  private static final int FUNCTION = -1;
  private static final int RESULT = 0;

  private final IrContext context;
  private final IrValue.Symbol symbol;
  private final String name;
  private final IrType type;

  IrFunction(IrContext context, IrValue.Symbol symbol, String name, IrType type) {
    this.context = context;
    this.symbol = symbol;
    this.name = name;
    this.type = type;
  }

  int number() {
    return symbol.number();
  }

  /** Its function type. */
  public IrType type() {
    return type;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its address. */
  public IrValue address() {
    return symbol;
  }

  /** Says who can see it. */
  public void setVisibility(Visibility visibility) {
    context.code().step(Step.SET_VISIBILITY).number(number()).number(visibility.ordinal());
  }

  /** The argument of an LLVM parameter. */
  public IrValue argument(int index) {
    return new IrValue.Argument(number(), index);
  }

  /** Adds an attribute of the function itself. */
  public void addAttribute(IrAttribute attribute) {
    add(FUNCTION, attribute);
  }

  /** Adds an attribute of a parameter. */
  public void addParameterAttribute(int index, IrAttribute attribute) {
    add(index + 1, attribute);
  }

  /** Adds an attribute of the result. */
  public void addResultAttribute(IrAttribute attribute) {
    add(RESULT, attribute);
  }

  private void add(int place, IrAttribute attribute) {
    CodeWriter code = context.code().step(Step.ADD_ATTRIBUTE);
    code.number(number()).signed(place).number(attribute.number());
  }
}
