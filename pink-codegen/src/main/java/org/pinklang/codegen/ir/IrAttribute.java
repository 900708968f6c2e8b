package org.pinklang.codegen.ir;

/** An attribute of a function, parameter or result, of one context. */
public final class IrAttribute {
  private final int number;

  IrAttribute(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** An attribute that is there or not, for example {@code zeroext}. */
  public static IrAttribute flag(IrContext context, String name) {
    return context.flag(name);
  }

  /** An attribute with a number, for example {@code align}. */
  public static IrAttribute number(IrContext context, String name, long value) {
    context.code().step(Step.NUMBER_ATTRIBUTE).text(name).number(value);
    return context.newAttribute();
  }

  /** An attribute with a type, for example {@code byval}. */
  public static IrAttribute type(IrContext context, String name, IrType type) {
    context.code().step(Step.TYPE_ATTRIBUTE).text(name).type(type);
    return context.newAttribute();
  }

  /** An attribute that is not LLVM's own but a target's or a pass's, with its value. */
  public static IrAttribute text(IrContext context, String name, String value) {
    context.code().step(Step.TEXT_ATTRIBUTE).text(name).text(value);
    return context.newAttribute();
  }
}
