package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.TypedExpression;

/** What {@link TypedExpression} promises to whoever lowers it, asserted over whole units. */
final class TypedContract {
  private final CheckedUnit unit;
  private final CheckedFunction function;

  private TypedContract(CheckedUnit unit, CheckedFunction function) {
    this.unit = unit;
    this.function = function;
  }

  /** Asserts it of every function of a unit. */
  static void verify(CheckedUnit unit) {
    for (CheckedFunction function : unit.functions()) {
      new TypedContract(unit, function).verifyFunction();
    }
  }

  private void verifyFunction() {
    for (int i = 0; i < function.locals().size(); i++) {
      assertThat(function.locals().get(i).id()).isEqualTo(i);
    }
    assertThat(function.locals().subList(0, function.parameters().size()))
        .isEqualTo(function.parameters());
    assertThat(function.locals()).containsAll(function.addressTaken());
    visit(function.body());
    if (function.type().result() != Scalar.NIL) {
      expect(function.body(), function.type().result());
    }
  }

  private void expect(TypedExpression value, PinkType type) {
    if (value.type() != PinkType.Never.NEVER) {
      assertThat(value.type()).as("%s in %s", value, function.symbol()).isEqualTo(type);
    }
  }

  private void visit(@Nullable TypedExpression tree) {
    if (tree == null) {
      return;
    }
    assertThat(Coercions.agreesSilently(tree.type()) && tree.type() != PinkType.Never.NEVER)
        .as("%s in %s has a wrong type", tree, function.symbol())
        .isFalse();
    assertThat(tree.offset()).isBetween(0, unit.text().length());
    switch (tree) {
      case TypedExpression.Constant constant -> {}
      case TypedExpression.StringValue string -> {}
      case TypedExpression.FunctionReference reference -> {}
      case TypedExpression.LocalPlace place ->
          assertThat(function.locals()).contains(place.local());
      case TypedExpression.GlobalPlace place -> {}
      case TypedExpression.Break jump -> {}
      case TypedExpression.Continue jump -> {}
      case TypedExpression.Block block -> block(block);
      case TypedExpression.If conditional -> conditional(conditional);
      case TypedExpression.Match match -> match(match);
      case TypedExpression.While loop -> {
        visit(loop.condition());
        expect(loop.condition(), Scalar.BOOLEAN);
        visit(loop.body());
      }
      case TypedExpression.ForRange loop -> {
        visit(loop.from());
        visit(loop.to());
        expect(loop.to(), loop.from().type());
        visit(loop.body());
      }
      case TypedExpression.ForEach loop -> {
        visit(loop.sequence());
        visit(loop.body());
      }
      case TypedExpression.Return jump -> {
        visit(jump.value());
        if (function.type().result() != Scalar.NIL) {
          assertThat(jump.value()).isNotNull();
          expect(jump.value(), function.type().result());
        }
      }
      case TypedExpression.Bind bind -> {
        visit(bind.value());
        expect(bind.value(), bind.local().type());
      }
      case TypedExpression.BindTuple bind -> {
        visit(bind.value());
        List<PinkType> types = ((PinkType.Tuple) bind.value().type()).elements();
        for (int i = 0; i < types.size(); i++) {
          var local = bind.locals().get(i);
          assertThat(local == null || local.type().equals(types.get(i))).isTrue();
        }
      }
      default -> value(tree);
    }
  }

  private void value(TypedExpression tree) {
    switch (tree) {
      case TypedExpression.StructValue struct -> struct(struct);
      case TypedExpression.TupleValue tuple -> {
        for (int i = 0; i < tuple.elements().size(); i++) {
          visit(tuple.elements().get(i));
          expect(tuple.elements().get(i), tuple.type().elements().get(i));
        }
      }
      case TypedExpression.ArrayValue array -> {
        assertThat(array.type().length()).isEqualTo(array.elements().size());
        for (TypedExpression element : array.elements()) {
          visit(element);
          expect(element, array.type().element());
        }
      }
      case TypedExpression.RepeatedArrayValue array -> {
        visit(array.element());
        expect(array.element(), array.type().element());
      }
      case TypedExpression.UnionValue union -> {
        PinkType payload =
            ((TypeDefinition.Union) definition(union.type()))
                .alternatives()
                .get(union.alternative())
                .type();
        visit(union.payload());
        assertThat(union.payload() == null).isEqualTo(payload == null);
        if (union.payload() != null && payload != null) {
          expect(union.payload(), payload);
        }
      }
      case TypedExpression.Call call -> call(call);
      case TypedExpression.Assign assign -> {
        assertThat(Places.isPlace(assign.place())).as("%s", assign).isTrue();
        visit(assign.place());
        visit(assign.value());
        expect(assign.value(), assign.place().type());
      }
      case TypedExpression.Discard discard -> visit(discard.value());
      case TypedExpression.Panic panic -> {
        visit(panic.message());
        expect(panic.message(), PinkType.Slice.OF_BYTES);
      }
      case TypedExpression.Assert check -> {
        visit(check.condition());
        expect(check.condition(), Scalar.BOOLEAN);
      }
      case TypedExpression.Binary binary -> binary(binary);
      case TypedExpression.ShortCircuit logic -> {
        visit(logic.left());
        visit(logic.right());
        expect(logic.left(), Scalar.BOOLEAN);
        expect(logic.right(), Scalar.BOOLEAN);
      }
      case TypedExpression.Negate negate -> visit(negate.operand());
      case TypedExpression.Complement complement -> visit(complement.operand());
      case TypedExpression.Convert convert -> {
        visit(convert.operand());
        assertThat(convert.operand().type()).isInstanceOf(Scalar.class);
      }
      default -> access(tree);
    }
  }

  private void access(TypedExpression tree) {
    switch (tree) {
      case TypedExpression.FieldAccess field -> {
        visit(field.object());
        assertThat(fieldType(field)).isEqualTo(field.type());
      }
      case TypedExpression.ElementAccess element -> {
        visit(element.base());
        visit(element.index());
        assertThat(element.index().type()).isInstanceOf(Scalar.class);
        assertThat(elementType(element.base().type())).isEqualTo(element.type());
      }
      case TypedExpression.Dereference dereference -> {
        visit(dereference.pointer());
        assertThat(dereference.pointer().type())
            .isEqualTo(new PinkType.Pointer(dereference.type(), false));
      }
      case TypedExpression.AddressOf address -> {
        visit(address.place());
        assertThat(Places.isPlace(address.place())).isTrue();
        assertThat(address.type().target()).isEqualTo(address.place().type());
        if (Places.root(address.place()) instanceof TypedExpression.LocalPlace local) {
          assertThat(function.addressTaken()).contains(local.local());
        }
      }
      case TypedExpression.SliceOf slice -> {
        visit(slice.base());
        visit(slice.from());
        visit(slice.to());
        if (slice.base().type() instanceof PinkType.Array) {
          assertThat(Places.isPlace(slice.base())).isTrue();
        }
      }
      case TypedExpression.SliceLength length -> visit(length.slice());
      case TypedExpression.SlicePointer pointer -> visit(pointer.slice());
      case TypedExpression.Unwrap unwrap -> {
        visit(unwrap.pointer());
        assertThat(unwrap.pointer().type())
            .isEqualTo(new PinkType.Pointer(unwrap.type().target(), true));
      }
      case TypedExpression.PointerCast cast -> {
        visit(cast.operand());
        assertThat(cast.operand().type()).isInstanceOf(PinkType.Pointer.class);
      }
      case TypedExpression.ArrayToSlice slice -> visit(slice.pointer());
      default -> throw new AssertionError("not visited: " + tree);
    }
  }

  private void block(TypedExpression.Block block) {
    List<TypedExpression> terms = block.terms();
    for (int i = 0; i < terms.size(); i++) {
      visit(terms.get(i));
      boolean isLast = i == terms.size() - 1;
      assertThat(!isLast && terms.get(i).type() == PinkType.Never.NEVER)
          .as("nothing follows what never ends normally: %s", block)
          .isFalse();
    }
    if (terms.isEmpty()) {
      assertThat(block.type()).isEqualTo(Scalar.NIL);
    } else if (block.type() != Scalar.NIL) {
      assertThat(terms.getLast().type()).isEqualTo(block.type());
    }
  }

  private void conditional(TypedExpression.If tree) {
    for (TypedExpression.ConditionalBranch branch : tree.branches()) {
      visit(branch.condition());
      expect(branch.condition(), Scalar.BOOLEAN);
      branch(branch.body(), tree.type());
    }
    if (tree.otherwise() == null) {
      assertThat(tree.type()).isEqualTo(Scalar.NIL);
    } else {
      branch(tree.otherwise(), tree.type());
    }
  }

  private void branch(TypedExpression body, PinkType type) {
    visit(body);
    if (type != Scalar.NIL) {
      expect(body, type);
    }
  }

  private void match(TypedExpression.Match tree) {
    visit(tree.subject());
    TypeDefinition.Union union =
        (TypeDefinition.Union) definition((PinkType.Nominal) tree.subject().type());
    for (TypedExpression.MatchArm arm : tree.arms()) {
      var binder = arm.binder();
      if (binder != null) {
        assertThat(union.alternatives().get(arm.alternative()).type()).isEqualTo(binder.type());
      }
      branch(arm.body(), tree.type());
    }
    if (tree.otherwise() == null) {
      assertThat(tree.arms()).hasSameSizeAs(union.alternatives());
    } else {
      branch(tree.otherwise(), tree.type());
    }
  }

  private void struct(TypedExpression.StructValue tree) {
    TypeDefinition.Struct struct = (TypeDefinition.Struct) definition(tree.type());
    assertThat(tree.fields()).hasSameSizeAs(struct.fields());
    for (TypedExpression.FieldInitializer field : tree.fields()) {
      visit(field.value());
      expect(field.value(), struct.fields().get(field.index()).type());
    }
  }

  private void call(TypedExpression.Call call) {
    visit(call.callee());
    PinkType.Function type = (PinkType.Function) call.callee().type();
    assertThat(call.type()).isEqualTo(type.result());
    for (int i = 0; i < call.arguments().size(); i++) {
      visit(call.arguments().get(i));
      if (i < type.parameters().size()) {
        expect(call.arguments().get(i), type.parameters().get(i));
      } else {
        assertThat(type.variadic()).isTrue();
      }
    }
  }

  private void binary(TypedExpression.Binary tree) {
    visit(tree.left());
    visit(tree.right());
    if (!tree.operator().isShift()) {
      expect(tree.right(), tree.left().type());
    }
    assertThat(tree.type())
        .isEqualTo(tree.operator().isComparison() ? Scalar.BOOLEAN : tree.left().type());
  }

  private PinkType fieldType(TypedExpression.FieldAccess field) {
    return field.object().type() instanceof PinkType.Tuple tuple
        ? tuple.elements().get(field.index())
        : ((TypeDefinition.Struct) definition((PinkType.Nominal) field.object().type()))
            .fields()
            .get(field.index())
            .type();
  }

  private static PinkType elementType(PinkType type) {
    return type instanceof PinkType.Slice slice
        ? slice.element()
        : ((PinkType.Array) type).element();
  }

  private TypeDefinition definition(PinkType.Nominal type) {
    SymbolId symbol = type.symbol();
    TypeDefinition definition = unit.types().get(symbol);
    assertThat(definition).as("the definition of %s", symbol).isNotNull();
    return definition;
  }
}
