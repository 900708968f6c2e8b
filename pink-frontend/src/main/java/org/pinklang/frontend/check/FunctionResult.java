package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** What the body being checked must give, or what is found out about what it gives. */
final class FunctionResult {
  private final Kind kind;
  private final PinkType type;
  private final Purpose purpose;
  private @Nullable PinkType returned;
  private boolean returnsValue;
  private boolean returnsNothing;
  private boolean tailDisagrees;
  private boolean needsItself;
  private boolean leavesPathOut;

  private enum Kind {
    /** There is no function to return from. */
    ABSENT,
    /** The type of the result is known. */
    KNOWN,
    /** The type of the result is being inferred. */
    INFERRED
  }

  private FunctionResult(Kind kind, PinkType type, Purpose purpose) {
    this.kind = kind;
    this.type = type;
    this.purpose = purpose;
  }

  /** For an expression outside functions. */
  static FunctionResult absent() {
    return new FunctionResult(Kind.ABSENT, Scalar.NIL, Purpose.VALUE);
  }

  /**
   * For a body with a known result.
   *
   * @param declared where the type is written; null where it was inferred
   */
  static FunctionResult known(String function, PinkType type, @Nullable Span declared) {
    return new FunctionResult(
        Kind.KNOWN, type, new Purpose(Purpose.Kind.RESULT, function, declared));
  }

  /** For a body whose result is to be found out. */
  static FunctionResult inferred() {
    return new FunctionResult(Kind.INFERRED, Scalar.NIL, Purpose.INFERRED_RESULT);
  }

  boolean isAbsent() {
    return kind == Kind.ABSENT;
  }

  boolean isInferred() {
    return kind == Kind.INFERRED;
  }

  /** Whether whatever the body gives is dropped. */
  boolean isDiscarded() {
    return kind == Kind.KNOWN && type == Scalar.NIL;
  }

  /** Whether errors left nothing to infer the result from, so that all that is wrong is shown. */
  boolean isUnknown() {
    return purpose.declared() == null && type == PinkType.Erroneous.ERRONEOUS;
  }

  /** The type of the result, where it is known. */
  PinkType type() {
    return type;
  }

  /** What values that are returned are for. */
  Purpose purpose() {
    return purpose;
  }

  /** A {@code return} of a value, while inferring. */
  void addReturned(PinkType value) {
    returnsValue = true;
    leavesPathOut |= isLeftOut(value);
    if (isPath(value) && (returned == null || returned == Scalar.NIL)) {
      returned = value;
    }
  }

  /** A {@code return} without a value, while inferring. */
  void addReturnOfNothing() {
    returnsNothing = true;
  }

  /** The branches of the last term have different types, while inferring. */
  void addTailDisagreement() {
    tailDisagrees = true;
  }

  /** Something needs a function whose result is being inferred. */
  void addDependency() {
    needsItself = true;
  }

  /** The inferred result, from what was added and the type of the body. */
  PinkType infer(PinkType body) {
    if (!returnsValue && (tailDisagrees || returnsNothing)) {
      return Scalar.NIL;
    }
    if (returned != null && (returned != Scalar.NIL || !isPath(body))) {
      return returned;
    }
    if (isPath(body)) {
      return body;
    }
    if (!leavesPathOut && !isLeftOut(body)) {
      return Scalar.NIL;
    }
    return needsItself ? PinkType.Never.NEVER : PinkType.Erroneous.ERRONEOUS;
  }

  private static boolean isPath(PinkType type) {
    return !Coercions.agreesSilently(type);
  }

  private static boolean isLeftOut(PinkType type) {
    return !isPath(type) && type != PinkType.Never.NEVER;
  }
}
