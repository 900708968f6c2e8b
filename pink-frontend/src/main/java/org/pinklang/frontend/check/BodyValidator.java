package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.HeldBody;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedChildren;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Proves that a body somebody wrote down is one that checking could have given: that it fits the
 * declarations of the present build, its types agree, and its locals and jumps are where they may
 * be. What it needs of declarations is noted as read. Needs no stack for what is nested.
 */
final class BodyValidator {
  private static final int STEPS_TO_CHECKPOINT = 1 << 10;

  private final CheckedFunction function;
  private final int positions;
  private final BodyDeclarations declarations;
  private final BodyTypes types;
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final Deque<Local> visible = new ArrayDeque<>();
  private final Deque<Integer> scopes = new ArrayDeque<>();
  private final boolean[] wasDeclared;
  private final boolean[] isVisible;

  /** For each loop around the present place, innermost first: whether something breaks it. */
  private final Deque<Boolean> broken = new ArrayDeque<>();

  private final Runnable checkpoint;
  private boolean valid = true;

  private BodyValidator(FactReader facts, HeldBody body) {
    this.function = body.function();
    this.positions = body.positions().size();
    this.declarations = new BodyDeclarations(facts);
    this.checkpoint = facts.checkpoint();
    this.types = new BodyTypes(declarations, function);
    wasDeclared = new boolean[function.locals().size()];
    isVisible = new boolean[function.locals().size()];
  }

  /** Whether a body is valid in the build of a reader. */
  static boolean isValid(FactReader facts, HeldBody body) {
    return new BodyValidator(facts, body).check();
  }

  private boolean check() {
    if (!declarations.isFunction(function.symbol(), function.type(), false)
        || !hasSoundLocals()
        || !isPosition(function.offset())
        || !isPosition(function.end())) {
      return false;
    }
    function.parameters().forEach(this::declare);
    visit(function.body());
    for (int step = 1; valid && !steps.isEmpty(); step++) {
      steps.pop().run();
      if (step % STEPS_TO_CHECKPOINT == 0) {
        checkpoint.run();
      }
    }
    return valid && types.isResult(function.body());
  }

  private boolean hasSoundLocals() {
    List<Local> locals = function.locals();
    List<Local> parameters = function.parameters();
    List<PinkType> wanted = function.type().parameters();
    if (parameters.size() != wanted.size() || parameters.size() > locals.size()) {
      return false;
    }
    long bytes = 0;
    for (int i = 0; i < locals.size(); i++) {
      Local local = locals.get(i);
      boolean fits = i >= wanted.size() || local.type().equals(wanted.get(i));
      if (!fits || local.id() != i || !isPosition(local.offset())) {
        return false;
      }
      if (!declarations.isValueType(local.type())) {
        return false;
      }
      bytes += declarations.size(local.type());
      if (bytes > BodyDeclarations.MAX_BYTES) {
        return false;
      }
    }
    return parameters.equals(locals.subList(0, parameters.size()));
  }

  private boolean isPosition(int offset) {
    return offset >= 0 && offset < positions;
  }

  private void require(boolean condition) {
    valid &= condition;
  }

  // ---- the walk -----------------------------------------------------------------------------

  private void visit(@Nullable TypedExpression expression) {
    if (expression == null) {
      return;
    }
    require(isPosition(expression.offset()));
    steps.push(() -> leave(expression));
    switch (expression) {
      case TypedExpression.Block block -> {
        steps.push(this::closeScope);
        for (TypedExpression term : block.terms().reversed()) {
          later(term);
        }
        openScope();
      }
      case TypedExpression.Match match -> match(match);
      case TypedExpression.While loop -> {
        body(null, loop.body(), loop.type() == PinkType.Never.NEVER);
        later(loop.condition());
      }
      case TypedExpression.ForRange loop -> {
        body(loop.variable(), loop.body(), false);
        later(loop.to());
        later(loop.from());
      }
      case TypedExpression.ForEach loop -> {
        body(loop.variable(), loop.body(), false);
        later(loop.sequence());
      }
      case TypedExpression.If conditional -> conditional(conditional);
      case TypedExpression.ShortCircuit operator -> {
        scoped(operator.right());
        later(operator.left());
      }
      default -> children(expression);
    }
  }

  private void later(@Nullable TypedExpression expression) {
    steps.push(() -> visit(expression));
  }

  /** A child is entered before the next one, and what it declares may be used there. */
  private void children(TypedExpression expression) {
    Deque<TypedExpression> children = new ArrayDeque<>();
    TypedChildren.visit(expression, children::push);
    children.forEach(this::later);
  }

  /** What may not be evaluated: what it declares is not there afterwards. */
  private void scoped(@Nullable TypedExpression expression) {
    steps.push(this::closeScope);
    later(expression);
    steps.push(this::openScope);
  }

  private void conditional(TypedExpression.If conditional) {
    scoped(conditional.otherwise());
    for (TypedExpression.ConditionalBranch branch : conditional.branches().reversed()) {
      scoped(branch.body());
      scoped(branch.condition());
    }
  }

  private void body(@Nullable Local variable, TypedExpression body, boolean isEndless) {
    steps.push(
        () -> {
          boolean ends = broken.pop();
          require(!(isEndless && ends));
          closeScope();
        });
    later(body);
    steps.push(
        () -> {
          broken.push(false);
          openScope();
          declare(variable);
        });
  }

  private void match(TypedExpression.Match match) {
    scoped(match.otherwise());
    for (TypedExpression.MatchArm arm : match.arms().reversed()) {
      steps.push(this::closeScope);
      later(arm.body());
      steps.push(
          () -> {
            openScope();
            declare(arm.binder());
          });
    }
    later(match.subject());
  }

  private void leave(TypedExpression expression) {
    switch (expression) {
      case TypedExpression.LocalPlace place -> require(isInScope(place.local()));
      case TypedExpression.Break jump -> breakLoop();
      case TypedExpression.Continue jump -> require(!broken.isEmpty());
      case TypedExpression.Bind bind -> declare(bind.local());
      case TypedExpression.BindTuple bind -> bind.locals().forEach(this::declare);
      default -> {}
    }
    require(valid && types.agree(expression));
  }

  private void breakLoop() {
    require(!broken.isEmpty());
    if (valid) {
      broken.pop();
      broken.push(true);
    }
  }

  // ---- locals -------------------------------------------------------------------------------

  private void openScope() {
    scopes.push(visible.size());
  }

  private void closeScope() {
    int before = scopes.pop();
    while (visible.size() > before) {
      isVisible[visible.pop().id()] = false;
    }
  }

  private void declare(@Nullable Local local) {
    if (local == null) {
      return;
    }
    boolean isNew = isOfFunction(local) && !wasDeclared[local.id()];
    require(isNew);
    if (isNew) {
      wasDeclared[local.id()] = true;
      isVisible[local.id()] = true;
      visible.push(local);
    }
  }

  private boolean isInScope(Local local) {
    return isOfFunction(local) && isVisible[local.id()];
  }

  private boolean isOfFunction(Local local) {
    int id = local.id();
    return id >= 0 && id < wasDeclared.length && function.locals().get(id).equals(local);
  }

  /** The type of what is given where nothing is. */
  static boolean isNothing(PinkType type) {
    return type == Scalar.NIL || type == PinkType.Never.NEVER;
  }
}
