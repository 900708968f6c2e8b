package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** What is known of one local while its function is checked. */
final class LocalSymbol {
  private final Local local;
  private final Role role;
  private final int depth;
  private final boolean wrong;
  private final @Nullable LocalSymbol shadowed;
  private @Nullable TypedExpression constantInitializer;
  private boolean used;
  private boolean addressTaken;
  private boolean narrowed;
  private boolean everNarrowed;
  private boolean widened;
  private int assignments;

  /** What kind of declaration a local has. */
  enum Role {
    PARAMETER,
    VARIABLE,
    CONSTANT
  }

  LocalSymbol(Local local, Role role, int depth, @Nullable LocalSymbol shadowed) {
    this.local = local;
    this.role = role;
    this.depth = depth;
    this.wrong = Coercions.agreesSilently(local.type());
    this.shadowed = shadowed;
  }

  Local local() {
    return local;
  }

  PinkType type() {
    return local.type();
  }

  /** Whether its type holds an error or there is no value of it, so that uses say nothing more. */
  boolean isWrong() {
    return wrong;
  }

  Role role() {
    return role;
  }

  boolean isConstant() {
    return role == Role.CONSTANT;
  }

  /** Where the name stands in its declaration. */
  Span nameSpan() {
    return new Span(local.offset(), local.offset() + local.name().length());
  }

  /** How many scopes are around the declaration. */
  int depth() {
    return depth;
  }

  /** The local of the same name that this one hides. */
  @Nullable LocalSymbol shadowed() {
    return shadowed;
  }

  /** What a {@code const} was bound to. */
  @Nullable TypedExpression constantInitializer() {
    return constantInitializer;
  }

  void setConstantInitializer(TypedExpression initializer) {
    constantInitializer = initializer;
  }

  boolean isUsed() {
    return used;
  }

  void markUsed() {
    used = true;
  }

  boolean isAddressTaken() {
    return addressTaken;
  }

  void markAddressTaken() {
    addressTaken = true;
  }

  /** Whether the pointer is known not to be nil at the place being checked. */
  boolean isNarrowed() {
    return narrowed;
  }

  void setNarrowed(boolean narrowed) {
    this.narrowed = narrowed;
    everNarrowed |= narrowed;
  }

  /** Whether the pointer was known not to be nil anywhere. */
  boolean wasEverNarrowed() {
    return everNarrowed;
  }

  /** Whether a loop that assigns it has made what was known of it before the loop unknown. */
  boolean wasWidened() {
    return widened;
  }

  void markWidened() {
    widened = true;
  }

  /** How often it has been assigned so far: what was known before an assignment holds no more. */
  int assignments() {
    return assignments;
  }

  void markAssigned() {
    assignments++;
  }

  /** Whether its type is a {@code *?T}, which can be narrowed. */
  boolean isNullablePointer() {
    return type() instanceof PinkType.Pointer pointer && pointer.nullable();
  }
}
