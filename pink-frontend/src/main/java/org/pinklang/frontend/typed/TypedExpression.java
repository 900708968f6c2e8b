package org.pinklang.frontend.typed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/**
 * An expression or term with its type. Evaluation is from left to right; an aggregate value is a
 * copy made when it is evaluated.
 *
 * <p><b>Places</b> are {@link LocalPlace}, {@link GlobalPlace}, {@link Dereference}, and {@link
 * FieldAccess} and {@link ElementAccess} of a place (an element of a slice is always one). A place
 * evaluated as a value is read.
 */
public sealed interface TypedExpression {

  /** The type of the value; {@code Never} where there is none. */
  PinkType type();

  /** Offset of the first byte of the expression: the position a panic in it reports. */
  int offset();

  // ---- values -------------------------------------------------------------------------------

  /** A value known when compiling: literals, {@code size_of}, {@code nil} included. */
  record Constant(ConstantValue value, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return value.type();
    }
  }

  /** A string literal. */
  record StringValue(String bytes, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return PinkType.Slice.OF_BYTES;
    }
  }

  /**
   * A function named, as a value or as the callee of a {@link Call}.
   *
   * @param symbol its identity
   * @param external whether it is an {@code extern fn}, whose linkage name is its plain name
   * @param linkage who can see it: internal only for functions of the same unit
   */
  record FunctionReference(
      SymbolId symbol, PinkType.Function type, boolean external, Linkage linkage, int offset)
      implements TypedExpression {}

  /**
   * A struct value.
   *
   * @param fields in the order in which they are evaluated; every field once
   */
  record StructValue(PinkType.Nominal type, List<FieldInitializer> fields, int offset)
      implements TypedExpression {}

  /** One field of a struct value: its index in the declaration and its value. */
  record FieldInitializer(int index, TypedExpression value) {}

  /** A tuple value. */
  record TupleValue(PinkType.Tuple type, List<TypedExpression> elements, int offset)
      implements TypedExpression {}

  /** An array value. */
  record ArrayValue(PinkType.Array type, List<TypedExpression> elements, int offset)
      implements TypedExpression {}

  /** {@code [e; n]}: {@code element} is evaluated once, also where n is 0. */
  record RepeatedArrayValue(PinkType.Array type, TypedExpression element, int offset)
      implements TypedExpression {}

  /**
   * A union value.
   *
   * @param alternative index of the alternative
   * @param payload what it carries; null for nothing
   */
  record UnionValue(
      PinkType.Nominal type, int alternative, @Nullable TypedExpression payload, int offset)
      implements TypedExpression {}

  // ---- places -------------------------------------------------------------------------------

  /** A local. */
  record LocalPlace(Local local, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return local.type();
    }
  }

  /**
   * A global of this unit or another.
   *
   * @param constant whether it is a {@code const}
   * @param linkage who can see it: internal only for globals of the same unit
   */
  record GlobalPlace(SymbolId symbol, PinkType type, boolean constant, Linkage linkage, int offset)
      implements TypedExpression {}

  /**
   * A field of a struct or tuple. Where {@code object} is a place, this is one.
   *
   * @param object has a struct or tuple type, never a pointer
   */
  record FieldAccess(TypedExpression object, int index, PinkType type, int offset)
      implements TypedExpression {}

  /**
   * An element, checked against the length.
   *
   * @param base an array (this is a place where it is one) or a slice value
   * @param index of any integer type
   */
  record ElementAccess(TypedExpression base, TypedExpression index, PinkType type, int offset)
      implements TypedExpression {}

  /** {@code *p}; the pointer is of a type {@code *T}. */
  record Dereference(TypedExpression pointer, PinkType type, int offset)
      implements TypedExpression {}

  // ---- operations ---------------------------------------------------------------------------

  /** {@code &place}. */
  record AddressOf(TypedExpression place, PinkType.Pointer type, int offset)
      implements TypedExpression {}

  /**
   * {@code base[from..to]}.
   *
   * @param base a slice value (checked), a place of array type (checked), or a value of type {@code
   *     *T} (only {@code to < from} is checked; both bounds are there)
   * @param from of any integer type; null for 0
   * @param to of any integer type; null for the length
   */
  record SliceOf(
      TypedExpression base,
      @Nullable TypedExpression from,
      @Nullable TypedExpression to,
      PinkType.Slice type,
      int offset)
      implements TypedExpression {}

  /** {@code s.length} of a slice, an Integer. */
  record SliceLength(TypedExpression slice, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return Scalar.INTEGER64;
    }
  }

  /** {@code s.pointer} of a slice. */
  record SlicePointer(TypedExpression slice, PinkType.Pointer type, int offset)
      implements TypedExpression {}

  /** {@code p!}: panics where the pointer is nil. */
  record Unwrap(TypedExpression pointer, PinkType.Pointer type, int offset)
      implements TypedExpression {}

  /** A conversion between integer, float and Boolean types; what happens follows from the two. */
  record Convert(TypedExpression operand, Scalar type, int offset) implements TypedExpression {}

  /**
   * The same address at another pointer type: {@code as}, {@code *T} to {@code *?T}, and a narrowed
   * {@code *?T} as {@code *T}.
   */
  record PointerCast(TypedExpression operand, PinkType.Pointer type, int offset)
      implements TypedExpression {}

  /** {@code *[T; n]} as {@code *[]T}. */
  record ArrayToSlice(TypedExpression pointer, PinkType.Slice type, int offset)
      implements TypedExpression {}

  /**
   * A binary operator other than {@code and} and {@code or}. Both operands have one type, but for
   * shifts, whose count may have any integer type.
   */
  record Binary(
      BinaryOperator operator,
      TypedExpression left,
      TypedExpression right,
      PinkType type,
      int offset)
      implements TypedExpression {}

  /** {@code and} and {@code or}, short circuit. */
  record ShortCircuit(boolean isAnd, TypedExpression left, TypedExpression right, int offset)
      implements TypedExpression {
    @Override
    public PinkType type() {
      return Scalar.BOOLEAN;
    }
  }

  /** {@code -x} of a number; integers wrap. */
  record Negate(TypedExpression operand, PinkType type, int offset) implements TypedExpression {

    /** Of the operand's type. */
    public Negate(TypedExpression operand, int offset) {
      this(operand, operand.type(), offset);
    }
  }

  /** {@code !x} of a Boolean and {@code ~x} of an integer: all bits of the value turned over. */
  record Complement(TypedExpression operand, PinkType type, int offset) implements TypedExpression {

    /** Of the operand's type. */
    public Complement(TypedExpression operand, int offset) {
      this(operand, operand.type(), offset);
    }
  }

  /**
   * A call.
   *
   * @param callee a {@link FunctionReference}, or any value of function type, evaluated before the
   *     arguments
   * @param arguments one for each parameter; more only for a variadic callee, already promoted
   * @param type the result; {@code Nil} where there is none
   */
  record Call(TypedExpression callee, List<TypedExpression> arguments, PinkType type, int offset)
      implements TypedExpression {}

  /** {@code place = value}; its value is that of the place afterwards. */
  record Assign(TypedExpression place, TypedExpression value, int offset)
      implements TypedExpression {
    @Override
    public PinkType type() {
      return place.type();
    }
  }

  /** {@code _ = e}: evaluates and drops; its value is that of {@code e}. */
  record Discard(TypedExpression value, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return value.type();
    }
  }

  /** {@code panic(message)}; the message is a {@code *[]Byte}. */
  record Panic(TypedExpression message, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return PinkType.Never.NEVER;
    }
  }

  /** {@code assert(condition)}. */
  record Assert(TypedExpression condition, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return Scalar.NIL;
    }
  }

  // ---- control ------------------------------------------------------------------------------

  /**
   * A block: its terms in order; the value is that of the last, {@code nil} where there is none.
   * Where {@code type} is Nil and the last term has another type, that value is dropped.
   */
  record Block(List<TypedExpression> terms, PinkType type, int offset) implements TypedExpression {

    /** Copies the list. */
    public Block {
      terms = List.copyOf(terms);
    }
  }

  /**
   * {@code if} with any number of {@code else if}. Where {@code type} is Nil, values of branches
   * are dropped; a branch of type Never gives none.
   *
   * @param otherwise null only where {@code type} is Nil
   */
  record If(
      List<ConditionalBranch> branches,
      @Nullable TypedExpression otherwise,
      PinkType type,
      int offset)
      implements TypedExpression {

    /** Copies the list. */
    public If {
      branches = List.copyOf(branches);
    }
  }

  /** A condition and what is evaluated where it holds. */
  record ConditionalBranch(TypedExpression condition, TypedExpression body) {}

  /**
   * {@code match} over a union.
   *
   * @param subject evaluated once
   * @param arms each alternative at most once
   * @param otherwise null where every alternative has an arm
   */
  record Match(
      TypedExpression subject,
      List<MatchArm> arms,
      @Nullable TypedExpression otherwise,
      PinkType type,
      int offset)
      implements TypedExpression {

    /** Copies the list. */
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /**
   * One arm.
   *
   * @param alternative index of the alternative
   * @param binder the local that gets a copy of the payload; null for none
   */
  record MatchArm(int alternative, @Nullable Local binder, TypedExpression body) {}

  /** {@code while}; of type Never where it cannot end. */
  record While(TypedExpression condition, TypedExpression body, PinkType type, int offset)
      implements TypedExpression {}

  /**
   * {@code for i in from..to}: half open, both bounds of the variable's type and evaluated once;
   * the variable is a copy in each round.
   *
   * @param variable null for {@code _}
   */
  record ForRange(
      @Nullable Local variable,
      TypedExpression from,
      TypedExpression to,
      TypedExpression body,
      int offset)
      implements TypedExpression {
    @Override
    public PinkType type() {
      return Scalar.NIL;
    }
  }

  /**
   * {@code for x in xs}.
   *
   * @param variable gets a copy of each element when its round starts; null for {@code _}
   * @param sequence an array or a slice, evaluated once. A place of array type is not copied: what
   *     its elements hold when their round starts counts
   */
  record ForEach(
      @Nullable Local variable, TypedExpression sequence, TypedExpression body, int offset)
      implements TypedExpression {
    @Override
    public PinkType type() {
      return Scalar.NIL;
    }
  }

  /** {@code x := e}; its value is the value bound. */
  record Bind(Local local, TypedExpression value, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return value.type();
    }
  }

  /**
   * {@code (a, b) := t}; its value is that of {@code t}.
   *
   * @param locals one for each element, null for {@code _}
   */
  record BindTuple(List<@Nullable Local> locals, TypedExpression value, int offset)
      implements TypedExpression {
    @Override
    public PinkType type() {
      return value.type();
    }
  }

  /**
   * {@code return e}.
   *
   * @param value null where nothing is returned; may have a type other than Nil where the
   *     function's result is Nil, and is then dropped
   */
  record Return(@Nullable TypedExpression value, int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return PinkType.Never.NEVER;
    }
  }

  /** {@code break} of the innermost loop. */
  record Break(int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return PinkType.Never.NEVER;
    }
  }

  /** {@code continue} of the innermost loop. */
  record Continue(int offset) implements TypedExpression {
    @Override
    public PinkType type() {
      return PinkType.Never.NEVER;
    }
  }
}
