package org.pinklang.frontend.typed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/** A value known when compiling. */
public sealed interface ConstantValue {

  /** The type of the value. */
  PinkType type();

  /**
   * An integer.
   *
   * @param value extended to 64 bits as {@link Scalar#wrap} does
   */
  record IntegerConstant(Scalar type, long value) implements ConstantValue {}

  /**
   * A float.
   *
   * @param value for {@code Float32} a number that single precision holds exactly
   */
  record FloatConstant(Scalar type, double value) implements ConstantValue {}

  /** A Boolean. */
  record BooleanConstant(boolean value) implements ConstantValue {
    @Override
    public PinkType type() {
      return Scalar.BOOLEAN;
    }
  }

  /** {@code nil} of type {@code Nil}. */
  record NilConstant() implements ConstantValue {
    @Override
    public PinkType type() {
      return Scalar.NIL;
    }
  }

  /** The nil pointer of a type {@code *?T}. */
  record NullConstant(PinkType.Pointer type) implements ConstantValue {}

  /** A struct, tuple or array: its fields or elements in order of declaration. */
  record AggregateConstant(PinkType type, List<ConstantValue> elements) implements ConstantValue {

    /** Copies the list. */
    public AggregateConstant {
      elements = List.copyOf(elements);
    }
  }

  /** An array whose elements are all equal: {@code [e; n]}. */
  record RepeatedConstant(PinkType.Array type, ConstantValue element) implements ConstantValue {}

  /**
   * A union.
   *
   * @param alternative index of the alternative
   * @param payload what it carries
   */
  record UnionConstant(PinkType.Nominal type, int alternative, @Nullable ConstantValue payload)
      implements ConstantValue {}

  /** A function, as a value of function type. */
  record FunctionConstant(TypedExpression.FunctionReference function) implements ConstantValue {
    @Override
    public PinkType type() {
      return function.type();
    }
  }

  /**
   * The address of a global or of a part of it.
   *
   * @param type the pointer type
   * @param global the global
   * @param globalType the type of the whole global
   * @param path field, element or tuple indices that lead from the global to the part
   */
  record AddressConstant(
      PinkType.Pointer type, SymbolId global, PinkType globalType, List<Long> path)
      implements ConstantValue {

    /** Copies the list. */
    public AddressConstant {
      path = List.copyOf(path);
    }
  }

  /**
   * The address of a byte of a string literal.
   *
   * @param bytes one char from 0 to 255 for each byte of the whole literal
   * @param offset which byte; may be the length, where the zero byte is
   */
  record StringAddressConstant(PinkType.Pointer type, String bytes, long offset)
      implements ConstantValue {}

  /**
   * A slice.
   *
   * @param pointer an {@link AddressConstant} of the first element or {@link
   *     StringAddressConstant}; for an empty slice of an empty array the address of the array
   * @param length number of elements
   */
  record SliceConstant(PinkType.Slice type, ConstantValue pointer, long length)
      implements ConstantValue {}
}
