package org.pinklang.frontend.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * What {@link TypedExpression} promises of the types of each expression and those directly in it,
 * as questions. Where it asks for less than the checker would allow, a body is not inlined.
 */
final class BodyTypes {
  private final BodyDeclarations declarations;
  private final CheckedFunction function;
  private final BodyOperators operators;

  BodyTypes(BodyDeclarations declarations, CheckedFunction function) {
    this.declarations = declarations;
    this.function = function;
    this.operators = new BodyOperators(declarations);
  }

  /** Whether a value is of a type, or never is one. */
  static boolean gives(@Nullable TypedExpression value, PinkType type) {
    return value != null && (value.type().equals(type) || value.type() == PinkType.Never.NEVER);
  }

  static boolean isInteger(TypedExpression value) {
    return value.type() instanceof Scalar scalar && scalar.isInteger();
  }

  /** Whether an expression can be what a function ends with. */
  boolean isResult(@Nullable TypedExpression value) {
    PinkType result = function.type().result();
    return result == Scalar.NIL || gives(value, result);
  }

  /** Whether an expression fits those directly in it, which fit theirs. */
  boolean agree(TypedExpression expression) {
    boolean isTyped =
        BodyValidator.isNothing(expression.type())
            || expression instanceof TypedExpression.FunctionReference
            || declarations.isValueType(expression.type());
    return isTyped && shapeAgrees(expression);
  }

  private boolean shapeAgrees(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Block block -> block(block);
      case TypedExpression.If conditional -> conditional(conditional);
      case TypedExpression.Match match -> match(match);
      case TypedExpression.While loop -> loop(loop);
      case TypedExpression.ForRange loop -> range(loop);
      case TypedExpression.ForEach loop -> each(loop);
      case TypedExpression.Return jump -> isResult(jump.value());
      case TypedExpression.Break jump -> true;
      case TypedExpression.Continue jump -> true;
      case TypedExpression.Bind bind -> gives(bind.value(), bind.local().type());
      case TypedExpression.BindTuple bind -> tuple(bind);
      case TypedExpression.Assign assign -> assign(assign);
      case TypedExpression.Discard discard -> true;
      case TypedExpression.Panic panic -> gives(panic.message(), PinkType.Slice.OF_BYTES);
      case TypedExpression.Assert assertion -> gives(assertion.condition(), Scalar.BOOLEAN);
      case TypedExpression.Call call -> call(call);
      default -> valueAgrees(expression);
    };
  }

  private boolean valueAgrees(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Constant constant -> declarations.isConstant(constant.value());
      case TypedExpression.StringValue string -> true;
      case TypedExpression.FunctionReference named ->
          declarations.isFunction(named.symbol(), named.type(), named.external());
      case TypedExpression.LocalPlace place -> true;
      case TypedExpression.GlobalPlace place ->
          declarations.isGlobal(place.symbol(), place.type(), place.constant());
      case TypedExpression.StructValue struct -> struct(struct);
      case TypedExpression.TupleValue tuple -> all(tuple.elements(), tuple.type().elements());
      case TypedExpression.ArrayValue array ->
          array.type().length() == array.elements().size()
              && array.elements().stream().allMatch(one -> gives(one, array.type().element()));
      case TypedExpression.RepeatedArrayValue array ->
          gives(array.element(), array.type().element());
      case TypedExpression.UnionValue union -> union(union);
      default -> operators.agree(expression) && isAddressAllowed(expression);
    };
  }

  /** A local whose address is taken is known to be one. */
  private boolean isAddressAllowed(TypedExpression expression) {
    return !(expression instanceof TypedExpression.AddressOf address)
        || !(Places.root(address.place()) instanceof TypedExpression.LocalPlace local)
        || function.addressTaken().contains(local.local());
  }

  // ---- control ------------------------------------------------------------------------------

  private static boolean block(TypedExpression.Block block) {
    List<TypedExpression> terms = block.terms();
    for (int i = 0; i + 1 < terms.size(); i++) {
      if (terms.get(i).type() == PinkType.Never.NEVER) {
        return false;
      }
    }
    return block.type() == Scalar.NIL
        || !terms.isEmpty() && terms.getLast().type().equals(block.type());
  }

  private static boolean conditional(TypedExpression.If conditional) {
    for (TypedExpression.ConditionalBranch branch : conditional.branches()) {
      if (!gives(branch.condition(), Scalar.BOOLEAN)
          || !branch(branch.body(), conditional.type())) {
        return false;
      }
    }
    return !conditional.branches().isEmpty() && branch(conditional.otherwise(), conditional.type());
  }

  private static boolean branch(@Nullable TypedExpression body, PinkType type) {
    return type == Scalar.NIL || gives(body, type);
  }

  private boolean match(TypedExpression.Match match) {
    if (!(declarations.definition(match.subject().type()) instanceof TypeDefinition.Union union)) {
      return false;
    }
    Set<Integer> handled = new HashSet<>();
    for (TypedExpression.MatchArm arm : match.arms()) {
      int index = arm.alternative();
      if (index < 0 || index >= union.alternatives().size() || !handled.add(index)) {
        return false;
      }
      Local binder = arm.binder();
      if (binder != null && !binder.type().equals(union.alternatives().get(index).type())) {
        return false;
      }
      if (!branch(arm.body(), match.type())) {
        return false;
      }
    }
    return match.otherwise() == null
        ? handled.size() == union.alternatives().size()
        : branch(match.otherwise(), match.type());
  }

  /** Whether the body of a loop that does not end breaks it is for those who walk it to say. */
  private static boolean loop(TypedExpression.While loop) {
    return gives(loop.condition(), Scalar.BOOLEAN)
        && (loop.type() == Scalar.NIL
            || loop.type() == PinkType.Never.NEVER && isTrue(loop.condition()));
  }

  private static boolean isTrue(TypedExpression condition) {
    return condition instanceof TypedExpression.Constant constant
        && constant.value() instanceof ConstantValue.BooleanConstant truth
        && truth.value();
  }

  private static boolean range(TypedExpression.ForRange loop) {
    PinkType type = loop.from().type();
    Local variable = loop.variable();
    return isInteger(loop.from())
        && gives(loop.to(), type)
        && (variable == null || variable.type().equals(type));
  }

  private static boolean each(TypedExpression.ForEach loop) {
    PinkType element = BodyOperators.element(loop.sequence().type());
    Local variable = loop.variable();
    return element != null && (variable == null || variable.type().equals(element));
  }

  private static boolean tuple(TypedExpression.BindTuple bind) {
    if (!(bind.value().type() instanceof PinkType.Tuple tuple)
        || tuple.elements().size() != bind.locals().size()) {
      return false;
    }
    for (int i = 0; i < bind.locals().size(); i++) {
      Local local = bind.locals().get(i);
      if (local != null && !local.type().equals(tuple.elements().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean assign(TypedExpression.Assign assign) {
    boolean isConstant =
        Places.root(assign.place()) instanceof TypedExpression.GlobalPlace global
            && global.constant();
    return Places.isPlace(assign.place())
        && !isConstant
        && gives(assign.value(), assign.place().type());
  }

  // ---- values -------------------------------------------------------------------------------

  private static boolean call(TypedExpression.Call call) {
    if (!(call.callee().type() instanceof PinkType.Function type)
        || !call.type().equals(type.result())
        || type.variadic() && !(call.callee() instanceof TypedExpression.FunctionReference)) {
      return false;
    }
    List<TypedExpression> arguments = call.arguments();
    int fixed = type.parameters().size();
    boolean counts = type.variadic() ? arguments.size() >= fixed : arguments.size() == fixed;
    return counts
        && all(arguments.subList(0, fixed), type.parameters())
        && arguments.subList(fixed, arguments.size()).stream().allMatch(BodyTypes::isPromoted);
  }

  private static boolean isPromoted(TypedExpression argument) {
    return argument.type() instanceof PinkType.Pointer
        || argument.type() instanceof Scalar scalar
            && (scalar == Scalar.FLOAT64 || scalar.isInteger() && scalar.bits() >= 32);
  }

  private boolean struct(TypedExpression.StructValue value) {
    if (!(declarations.definition(value.type()) instanceof TypeDefinition.Struct struct)
        || struct.fields().size() != value.fields().size()) {
      return false;
    }
    Set<Integer> given = new HashSet<>();
    for (TypedExpression.FieldInitializer field : value.fields()) {
      int index = field.index();
      if (index < 0
          || index >= struct.fields().size()
          || !given.add(index)
          || !gives(field.value(), struct.fields().get(index).type())) {
        return false;
      }
    }
    return true;
  }

  private boolean union(TypedExpression.UnionValue value) {
    if (!(declarations.definition(value.type()) instanceof TypeDefinition.Union union)
        || value.alternative() < 0
        || value.alternative() >= union.alternatives().size()) {
      return false;
    }
    PinkType carried = union.alternatives().get(value.alternative()).type();
    return carried == null ? value.payload() == null : gives(value.payload(), carried);
  }

  private static boolean all(List<TypedExpression> values, List<PinkType> types) {
    if (values.size() != types.size()) {
      return false;
    }
    for (int i = 0; i < values.size(); i++) {
      if (!gives(values.get(i), types.get(i))) {
        return false;
      }
    }
    return true;
  }
}
