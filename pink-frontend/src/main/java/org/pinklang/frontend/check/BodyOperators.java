package org.pinklang.frontend.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypedExpression;

/** What the operators, conversions and parts in a body that was written down must fit. */
final class BodyOperators {
  private final BodyDeclarations declarations;

  BodyOperators(BodyDeclarations declarations) {
    this.declarations = declarations;
  }

  boolean agree(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.FieldAccess access -> access.type().equals(field(access));
      case TypedExpression.ElementAccess access ->
          access.type().equals(element(access.base().type()))
              && BodyTypes.isInteger(access.index());
      case TypedExpression.Dereference access ->
          access.pointer().type().equals(new PinkType.Pointer(access.type(), false));
      case TypedExpression.AddressOf address ->
          Places.isPlace(address.place())
              && address.type().equals(new PinkType.Pointer(address.place().type(), false));
      case TypedExpression.SliceOf slice -> slice(slice);
      case TypedExpression.SliceLength length -> length.slice().type() instanceof PinkType.Slice;
      case TypedExpression.SlicePointer pointer ->
          pointer.slice().type() instanceof PinkType.Slice slice
              && pointer.type().equals(new PinkType.Pointer(slice.element(), false));
      case TypedExpression.Unwrap unwrap ->
          !unwrap.type().nullable()
              && unwrap.pointer().type().equals(new PinkType.Pointer(unwrap.type().target(), true));
      case TypedExpression.Convert convert -> convert(convert);
      case TypedExpression.PointerCast cast -> cast.operand().type() instanceof PinkType.Pointer;
      case TypedExpression.ArrayToSlice cast ->
          cast.pointer().type() instanceof PinkType.Pointer pointer
              && !pointer.nullable()
              && pointer.target() instanceof PinkType.Array array
              && cast.type().element().equals(array.element());
      case TypedExpression.Binary binary -> binary(binary);
      case TypedExpression.ShortCircuit logic ->
          BodyTypes.gives(logic.left(), Scalar.BOOLEAN)
              && BodyTypes.gives(logic.right(), Scalar.BOOLEAN);
      case TypedExpression.Negate negate ->
          negate.type() instanceof Scalar scalar
              && scalar.isNumeric()
              && negate.operand().type().equals(scalar);
      case TypedExpression.Complement complement ->
          complement.type() instanceof Scalar scalar
              && isBits(scalar)
              && complement.operand().type().equals(scalar);
      default -> false;
    };
  }

  /** The type of the elements of an array or a slice; null for others. */
  static @Nullable PinkType element(PinkType type) {
    return switch (type) {
      case PinkType.Array array -> array.element();
      case PinkType.Slice slice -> slice.element();
      default -> null;
    };
  }

  private @Nullable PinkType field(TypedExpression.FieldAccess access) {
    PinkType type = access.object().type();
    List<PinkType> fields =
        type instanceof PinkType.Tuple tuple
            ? tuple.elements()
            : declarations.definition(type) instanceof TypeDefinition.Struct struct
                ? TypeParts.ofFields(struct)
                : List.of();
    return access.index() >= 0 && access.index() < fields.size()
        ? fields.get(access.index())
        : null;
  }

  private boolean slice(TypedExpression.SliceOf slice) {
    PinkType element = slice.type().element();
    boolean isBounded = slice.from() != null && slice.to() != null;
    boolean fits =
        switch (slice.base().type()) {
          case PinkType.Slice base -> base.element().equals(element);
          case PinkType.Array base ->
              base.element().equals(element) && Places.isPlace(slice.base());
          case PinkType.Pointer base ->
              !base.nullable() && base.target().equals(element) && isBounded;
          default -> false;
        };
    return fits
        && declarations.isValueType(element)
        && (slice.from() == null || BodyTypes.isInteger(slice.from()))
        && (slice.to() == null || BodyTypes.isInteger(slice.to()));
  }

  private static boolean convert(TypedExpression.Convert convert) {
    return convert.type().isNumeric()
        && convert.operand().type() instanceof Scalar from
        && (from.isNumeric() || from == Scalar.BOOLEAN && convert.type().isInteger());
  }

  private boolean binary(TypedExpression.Binary binary) {
    PinkType operand = binary.left().type();
    BinaryOperator operator = binary.operator();
    PinkType result = operator.isComparison() ? Scalar.BOOLEAN : operand;
    boolean rightFits =
        operator.isShift()
            ? BodyTypes.isInteger(binary.right())
            : BodyTypes.gives(binary.right(), operand);
    return rightFits && binary.type().equals(result) && takes(operator, operand);
  }

  private boolean takes(BinaryOperator operator, PinkType type) {
    if (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL) {
      return isComparable(type, new HashSet<>());
    }
    if (!(type instanceof Scalar scalar)) {
      return false;
    }
    return switch (operator) {
      case OR, AND -> false;
      case AND_BITS, OR_BITS, XOR_BITS -> isBits(scalar);
      case SHIFT_LEFT, SHIFT_RIGHT, REMAINDER -> scalar.isInteger();
      default -> scalar.isNumeric();
    };
  }

  private static boolean isBits(Scalar scalar) {
    return scalar.isInteger() || scalar == Scalar.BOOLEAN;
  }

  private boolean isComparable(PinkType type, Set<PinkType> seen) {
    return switch (type) {
      case Scalar scalar -> true;
      case PinkType.Pointer pointer -> true;
      case PinkType.Function pointer -> true;
      case PinkType.Array array -> isComparable(array.element(), seen);
      case PinkType.Tuple tuple ->
          tuple.elements().stream().allMatch(one -> isComparable(one, seen));
      case PinkType.Nominal nominal ->
          !seen.add(nominal)
              || declarations.definition(nominal) instanceof TypeDefinition.Struct struct
                  && TypeParts.ofFields(struct).stream().allMatch(one -> isComparable(one, seen));
      default -> false;
    };
  }
}
