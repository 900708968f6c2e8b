package org.pinklang.codegen.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.Assign;
import org.pinklang.frontend.typed.TypedExpression.Binary;
import org.pinklang.frontend.typed.TypedExpression.Bind;
import org.pinklang.frontend.typed.TypedExpression.Block;
import org.pinklang.frontend.typed.TypedExpression.Call;
import org.pinklang.frontend.typed.TypedExpression.ConditionalBranch;
import org.pinklang.frontend.typed.TypedExpression.Constant;
import org.pinklang.frontend.typed.TypedExpression.Dereference;
import org.pinklang.frontend.typed.TypedExpression.ElementAccess;
import org.pinklang.frontend.typed.TypedExpression.FieldAccess;
import org.pinklang.frontend.typed.TypedExpression.FunctionReference;
import org.pinklang.frontend.typed.TypedExpression.If;
import org.pinklang.frontend.typed.TypedExpression.LocalPlace;
import org.pinklang.frontend.typed.TypedExpression.While;

/** Typed trees in a few words. Offsets are 0 where nothing else is said. */
public final class Trees {
  public static final Scalar INTEGER = Scalar.INTEGER64;

  private Trees() {}

  public static PinkType.Pointer pointer(PinkType target) {
    return new PinkType.Pointer(target, false);
  }

  public static PinkType.Array arrayOf(PinkType element, long length) {
    return new PinkType.Array(element, length);
  }

  public static PinkType.Tuple tupleOf(PinkType... elements) {
    return new PinkType.Tuple(List.of(elements));
  }

  public static PinkType.Function functionType(List<PinkType> parameters, PinkType result) {
    return new PinkType.Function(parameters, result, false);
  }

  public static PinkType.Nominal struct(String name) {
    return new PinkType.Nominal(SymbolId.of("", name), PinkType.Nominal.Kind.STRUCT);
  }

  public static PinkType.Nominal union(String name) {
    return new PinkType.Nominal(SymbolId.of("", name), PinkType.Nominal.Kind.UNION);
  }

  public static Constant integer(long value) {
    return integer(INTEGER, value);
  }

  public static Constant integer(Scalar type, long value) {
    return new Constant(new ConstantValue.IntegerConstant(type, value), 0);
  }

  public static Constant number(double value) {
    return number(Scalar.FLOAT64, value);
  }

  public static Constant number(Scalar type, double value) {
    return new Constant(new ConstantValue.FloatConstant(type, value), 0);
  }

  public static Constant truth(boolean value) {
    return new Constant(new ConstantValue.BooleanConstant(value), 0);
  }

  public static LocalPlace read(Local local) {
    return new LocalPlace(local, 0);
  }

  public static Bind bind(Local local, TypedExpression value) {
    return new Bind(local, value, 0);
  }

  public static Assign assign(TypedExpression place, TypedExpression value) {
    return new Assign(place, value, 0);
  }

  public static Binary binary(
      BinaryOperator operator, TypedExpression left, TypedExpression right) {
    return binary(operator, left, right, 0);
  }

  public static Binary binary(
      BinaryOperator operator, TypedExpression left, TypedExpression right, int offset) {
    PinkType type = operator.isComparison() ? Scalar.BOOLEAN : left.type();
    return new Binary(operator, left, right, type, offset);
  }

  public static Block block(TypedExpression... terms) {
    PinkType type = terms.length == 0 ? Scalar.NIL : terms[terms.length - 1].type();
    return new Block(List.of(terms), type, 0);
  }

  public static Block nilBlock(TypedExpression... terms) {
    return new Block(List.of(terms), Scalar.NIL, 0);
  }

  public static If conditional(
      TypedExpression condition, TypedExpression then, @Nullable TypedExpression otherwise) {
    PinkType type =
        otherwise == null
            ? Scalar.NIL
            : then.type() == PinkType.Never.NEVER ? otherwise.type() : then.type();
    return new If(List.of(new ConditionalBranch(condition, then)), otherwise, type, 0);
  }

  public static While loop(TypedExpression condition, TypedExpression... body) {
    return new While(condition, nilBlock(body), Scalar.NIL, 0);
  }

  public static Dereference deref(TypedExpression pointer) {
    return new Dereference(pointer, ((PinkType.Pointer) pointer.type()).target(), 0);
  }

  public static ElementAccess element(TypedExpression base, TypedExpression index) {
    return element(base, index, 0);
  }

  public static ElementAccess element(TypedExpression base, TypedExpression index, int offset) {
    PinkType type =
        base.type() instanceof PinkType.Array array
            ? array.element()
            : ((PinkType.Slice) base.type()).element();
    return new ElementAccess(base, index, type, offset);
  }

  public static FieldAccess field(TypedExpression object, int index, PinkType type) {
    return new FieldAccess(object, index, type, 0);
  }

  public static FunctionReference reference(CheckedFunction function) {
    return reference(function.symbol().name(), function.type());
  }

  public static FunctionReference reference(String name, PinkType.Function type) {
    return new FunctionReference(SymbolId.of("", name), type, false, Linkage.INTERNAL, 0);
  }

  public static FunctionReference external(String name, PinkType.Function type) {
    return new FunctionReference(SymbolId.of("", name), type, true, Linkage.PUBLIC, 0);
  }

  public static Call call(FunctionReference callee, TypedExpression... arguments) {
    return new Call(callee, List.of(arguments), callee.type().result(), 0);
  }
}
