package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** Short ways to write typed trees in tests; every node stands at offset 0 unless given. */
final class TypedTrees {
  static final PinkType.Pointer TO_INTEGER = new PinkType.Pointer(Scalar.INTEGER64, false);
  static final PinkType.Pointer MAYBE_INTEGER = new PinkType.Pointer(Scalar.INTEGER64, true);
  static final PinkType.Slice OF_INTEGERS = new PinkType.Slice(Scalar.INTEGER64);

  private TypedTrees() {}

  static TypedExpression constant(ConstantValue value) {
    return new TypedExpression.Constant(value, 0);
  }

  static TypedExpression integer(long value) {
    return integer(Scalar.INTEGER64, value);
  }

  static TypedExpression integer(Scalar type, long value) {
    return constant(new ConstantValue.IntegerConstant(type, value));
  }

  static TypedExpression number(Scalar type, double value) {
    return constant(new ConstantValue.FloatConstant(type, value));
  }

  static TypedExpression truth(boolean value) {
    return constant(new ConstantValue.BooleanConstant(value));
  }

  static TypedExpression text(String bytes) {
    return new TypedExpression.StringValue(bytes, 0);
  }

  static TypedExpression binary(
      TypedExpression left, BinaryOperator operator, TypedExpression right) {
    PinkType type = operator.isComparison() ? Scalar.BOOLEAN : left.type();
    return new TypedExpression.Binary(operator, left, right, type, 0);
  }

  static PinkType.Array arrayOf(long length) {
    return new PinkType.Array(Scalar.INTEGER64, length);
  }

  static TypedExpression array(TypedExpression... elements) {
    return new TypedExpression.ArrayValue(arrayOf(elements.length), List.of(elements), 0);
  }

  static TypedExpression repeated(TypedExpression element, long length) {
    return new TypedExpression.RepeatedArrayValue(arrayOf(length), element, 0);
  }

  static TypedExpression tuple(TypedExpression... elements) {
    List<PinkType> types = List.of(elements).stream().map(TypedExpression::type).toList();
    return new TypedExpression.TupleValue(new PinkType.Tuple(types), List.of(elements), 0);
  }

  static TypedExpression at(TypedExpression base, TypedExpression index) {
    return new TypedExpression.ElementAccess(base, index, Scalar.INTEGER64, 7);
  }

  static TypedExpression field(TypedExpression object, int index) {
    return new TypedExpression.FieldAccess(object, index, Scalar.INTEGER64, 0);
  }

  static TypedExpression slice(
      TypedExpression base, @Nullable TypedExpression from, @Nullable TypedExpression to) {
    PinkType.Slice type =
        base.type() instanceof PinkType.Slice slice ? slice : TypedTrees.OF_INTEGERS;
    return new TypedExpression.SliceOf(base, from, to, type, 5);
  }

  static TypedExpression block(TypedExpression... terms) {
    PinkType type = terms.length == 0 ? Scalar.NIL : terms[terms.length - 1].type();
    return new TypedExpression.Block(List.of(terms), type, 0);
  }

  static Local local(int id, String name, PinkType type) {
    return new Local(id, name, type, 0);
  }

  static TypedExpression bind(Local local, TypedExpression value) {
    return new TypedExpression.Bind(local, value, 0);
  }

  static TypedExpression read(Local local) {
    return new TypedExpression.LocalPlace(local, 0);
  }

  static TypedExpression assign(TypedExpression place, TypedExpression value) {
    return new TypedExpression.Assign(place, value, 0);
  }

  static TypedExpression global(String name, PinkType type, boolean constant) {
    return new TypedExpression.GlobalPlace(
        SymbolId.of("m", name), type, constant, Linkage.PUBLIC, 3);
  }

  static TypedExpression addressOf(TypedExpression place) {
    return new TypedExpression.AddressOf(place, new PinkType.Pointer(place.type(), false), 0);
  }

  static TypedExpression conditional(
      TypedExpression condition, TypedExpression then, TypedExpression otherwise) {
    return new TypedExpression.If(
        List.of(new TypedExpression.ConditionalBranch(condition, then)), otherwise, then.type(), 0);
  }
}
