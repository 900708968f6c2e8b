package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;

/**
 * Generates expressions of a type, for the bodies of one module. In constant mode only what is
 * allowed in a global's initialiser, and nothing that panics.
 */
final class ExpressionGenerator {
  final World world;
  final Choices choices;
  final ModuleDraft module;
  final boolean constant;
  final int index;
  final Literals literals;
  final TypeChooser types;
  final PathFinder paths;
  private final ScalarExpressions scalars;
  private final AggregateExpressions aggregates;
  private final PointerExpressions pointers;
  private Function<Scope, String> jumps = scope -> "";

  ExpressionGenerator(World world, ModuleDraft module, boolean constant, int index) {
    this.world = world;
    this.choices = world.choices;
    this.module = module;
    this.constant = constant;
    this.index = index;
    this.literals = new Literals(choices);
    this.types = new TypeChooser(world);
    this.paths = new PathFinder(world, module, constant, index);
    this.scalars = new ScalarExpressions(this);
    this.aggregates = new AggregateExpressions(this);
    this.pointers = new PointerExpressions(this);
  }

  /** An expression of a type, at most about {@code depth} deep. */
  Fragment expression(PinkType type, Mode mode, int depth, Scope scope) {
    if (!isPlain(type)) {
      return pointers.expression(type, scope.depth(), depth, scope);
    }
    if (depth <= 0) {
      return leaf(type, mode, scope);
    }
    Fragment general = choices.chance(40) ? general(type, mode, depth, scope) : null;
    if (general != null) {
      return general;
    }
    return type instanceof Scalar scalar
        ? scalars.expression(scalar, mode, depth, scope)
        : aggregates.expression(type, mode, depth, scope);
  }

  /** Says how blocks inside expressions may be left; an empty text where they may not. */
  void leaveBlocksBy(Function<Scope, String> newJumps) {
    jumps = newJumps;
  }

  /** A pointer or slice to something that lives as long as variables of a depth. */
  Fragment pointer(PinkType type, int maxDepth, Scope scope) {
    return pointers.expression(type, maxDepth, 2, scope);
  }

  /** A function that can be named here; null for none. */
  @Nullable FunctionDraft anyFunction() {
    return pointers.anyFunction();
  }

  static boolean isPlain(PinkType type) {
    return !(type instanceof PinkType.Pointer)
        && !(type instanceof PinkType.Slice)
        && !(type instanceof PinkType.Function);
  }

  Fragment leaf(PinkType type, Mode mode, Scope scope) {
    if (choices.chance(65)) {
      Path path = paths.find(type, scope, p -> true);
      if (path != null) {
        return path.fragment();
      }
    }
    return type instanceof Scalar scalar
        ? literals.literal(scalar, mode, module)
        : aggregates.expression(type, mode, 0, scope);
  }

  /** The forms that every type has; null where the chosen one is not possible here. */
  private @Nullable Fragment general(PinkType type, Mode mode, int depth, Scope scope) {
    return switch (choices.below(10)) {
      case 0 -> conditional(type, mode, depth, scope);
      case 1 -> block(type, mode, depth, scope);
      case 2 -> match(type, mode, depth, scope);
      case 3, 4, 5 -> call(type, depth, scope);
      case 6 -> assignment(type, depth, scope);
      case 7 -> partOfValue(type, depth, scope);
      default -> leaf(type, mode, scope);
    };
  }

  private Fragment conditional(PinkType type, Mode mode, int depth, Scope scope) {
    StringBuilder text = new StringBuilder();
    int branches = choices.chance(80) ? 1 : choices.between(2, 3);
    for (int i = 0; i < branches; i++) {
      text.append(i == 0 ? "if (" : " else if (")
          .append(expression(Scalar.BOOLEAN, Mode.WANTED, depth - 1, scope).anywhere())
          .append(choices.chance(20) ? ") then " : ") ")
          .append(branch(type, mode, depth, scope.block()));
    }
    text.append(" else ").append(branch(type, mode, depth, scope.block()));
    return Fragment.blocky(text.toString());
  }

  private String branch(PinkType type, Mode mode, int depth, Scope scope) {
    return "{ " + expression(type, mode.inside(), depth - 1, scope).asTerm() + " }";
  }

  private Fragment block(PinkType type, Mode mode, int depth, Scope scope) {
    Scope inner = scope.block();
    StringBuilder text = new StringBuilder("{ ");
    int locals = choices.between(1, 2);
    for (int i = 0; i < locals; i++) {
      PinkType localType = types.plain();
      String name = world.fresh("t");
      Fragment value = expression(localType, Mode.FREE, depth - 1, inner);
      text.append(name).append(" := ").append(value.anywhere()).append("; ");
      inner.declare(name, localType, true);
    }
    Fragment change = assignmentToLocal(depth, inner);
    if (change != null) {
      text.append(change.asTerm()).append(' ');
    }
    String jump = choices.chance(20) ? jumps.apply(inner) : "";
    if (!jump.isEmpty()) {
      Fragment condition = expression(Scalar.BOOLEAN, Mode.WANTED, depth - 1, inner);
      text.append("if (").append(condition.anywhere()).append(") { ").append(jump).append(" } ");
    }
    text.append(expression(type, mode.inside(), depth - 1, inner).asTerm()).append(" }");
    return Fragment.blocky(text.toString());
  }

  private @Nullable Fragment assignmentToLocal(int depth, Scope inner) {
    Path place =
        paths.find(inner, p -> p.assignable() && p.depth() == inner.depth() && isPlain(p.type()));
    if (place == null || choices.chance(50)) {
      return null;
    }
    Fragment value = expression(place.type(), Mode.WANTED, depth - 1, inner);
    return Fragment.of(place.text() + " = " + value.anywhere(), Fragment.ASSIGNMENT);
  }

  private @Nullable Fragment match(PinkType type, Mode mode, int depth, Scope scope) {
    List<PinkType.Nominal> unions = world.unions();
    if (unions.isEmpty()) {
      return null;
    }
    PinkType.Nominal union = choices.pick(unions);
    StringBuilder text = new StringBuilder("match (");
    text.append(expression(union, Mode.FREE, depth - 1, scope).anywhere()).append(") { ");
    TypeDefinition.Union definition = (TypeDefinition.Union) world.definition(union);
    boolean partial = choices.chance(30);
    for (TypeDefinition.Alternative alternative : choices.shuffled(definition.alternatives())) {
      if (partial && choices.chance(50)) {
        continue;
      }
      Scope inner = scope.block();
      text.append(pattern(alternative, inner))
          .append(" => ")
          .append(branch(type, mode, depth, inner))
          .append(choices.chance(20) ? ", " : " ");
    }
    if (partial) {
      text.append("else => ").append(branch(type, mode, depth, scope.block())).append(' ');
    }
    return Fragment.blocky(text.append('}').toString());
  }

  /** The head of an arm; a binder is declared in the scope of its block. */
  String pattern(TypeDefinition.Alternative alternative, Scope inner) {
    PinkType payload = alternative.type();
    if (payload == null || choices.chance(20)) {
      return alternative.name();
    }
    String binder = world.fresh("b");
    inner.declare(binder, payload, true);
    return alternative.name() + "(" + binder + ")";
  }

  // ---- calls -----------------------------------------------------------------------------------

  /** A call of a function with a result; null where there is none. */
  @Nullable Fragment call(PinkType result, int depth, Scope scope) {
    if (constant) {
      return null;
    }
    List<FunctionDraft> callable =
        world.functions.stream()
            .filter(f -> f.result().equals(result) && f.index() < index && isVisible(f))
            .toList();
    if (callable.isEmpty()) {
      return null;
    }
    return callOf(choices.pick(callable), depth, scope);
  }

  /** A call of one function. */
  Fragment callOf(FunctionDraft function, int depth, Scope scope) {
    if (choices.chance(25)) {
      Fragment method = methodCall(function, depth, scope);
      if (method != null) {
        return method;
      }
    }
    String callee = module.spell(function.symbol());
    return Fragment.postfix(callee + arguments(function, 0, depth, scope));
  }

  boolean isVisible(FunctionDraft function) {
    return function.exported() || function.symbol().module().equals(module.name());
  }

  private String arguments(FunctionDraft function, int from, int depth, Scope scope) {
    StringJoiner joiner = new StringJoiner(", ", "(", ")");
    for (int i = from; i < function.parameters().size(); i++) {
      joiner.add(
          i == 0 && function.recursive()
              ? literals.small(5).text()
              : argument(function.parameters().get(i), depth - 1, scope));
    }
    return joiner.toString();
  }

  private String argument(PinkType type, int depth, Scope scope) {
    return expression(type, Mode.WANTED, Math.min(depth, 2), scope).anywhere();
  }

  /** {@code x.f(…)}, of functions that need no import to be found. */
  private @Nullable Fragment methodCall(FunctionDraft function, int depth, Scope scope) {
    if (function.recursive() || function.parameters().isEmpty()) {
      return null;
    }
    PinkType first = function.parameters().get(0);
    boolean inScope = function.symbol().module().equals(module.name());
    if (!inScope && !isDeclaredBesideItsType(function, first)) {
      return null;
    }
    String rest = "." + function.symbol().name() + arguments(function, 1, depth, scope);
    if (isPlain(first)) {
      return Fragment.postfix(
          expression(first, Mode.FREE, depth - 1, scope).at(Fragment.POSTFIX) + rest);
    }
    if (!(first instanceof PinkType.Pointer pointer) || pointer.nullable()) {
      return null;
    }
    Path receiver = paths.find(pointer.target(), scope, Path::addressable);
    return receiver == null ? null : Fragment.postfix(receiver.text() + rest);
  }

  private static boolean isDeclaredBesideItsType(FunctionDraft function, PinkType first) {
    PinkType behind = first instanceof PinkType.Pointer pointer ? pointer.target() : first;
    return behind instanceof PinkType.Nominal nominal
        && nominal.symbol().module().equals(function.symbol().module());
  }

  // ---- assignments and parts -------------------------------------------------------------------

  private @Nullable Fragment assignment(PinkType type, int depth, Scope scope) {
    if (constant) {
      return null;
    }
    Path place = paths.find(type, scope, Path::assignable);
    if (place == null) {
      return null;
    }
    Fragment value = expression(type, Mode.WANTED, depth - 1, scope);
    return Fragment.of(place.text() + " = " + value.anywhere(), Fragment.ASSIGNMENT);
  }

  /** A field or element of a value made on the spot. */
  private @Nullable Fragment partOfValue(PinkType type, int depth, Scope scope) {
    if (choices.chance(50)) {
      List<PinkType> elements = new ArrayList<>(List.of(types.scalar(), types.scalar()));
      int position = choices.below(2);
      elements.set(position, type);
      Fragment tuple = aggregates.tuple(elements, Mode.FREE, depth, scope);
      return Fragment.postfix(tuple.at(Fragment.POSTFIX) + "." + position);
    }
    PinkType.Array array = new PinkType.Array(type, choices.between(1, 3));
    Fragment value = aggregates.array(array, Mode.FREE, depth, scope);
    String at = paths.index(array.length(), scope);
    return Fragment.postfix(value.at(Fragment.POSTFIX) + "[" + at + "]");
  }
}
