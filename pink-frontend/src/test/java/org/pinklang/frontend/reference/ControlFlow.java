package org.pinklang.frontend.reference;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** Blocks, branches, loops and jumps in one call of a function. */
final class ControlFlow {
  private static final Value NOTHING = new Value.Nothing();

  private final FunctionRun run;
  private final Places places;

  ControlFlow(FunctionRun run, Places places) {
    this.run = run;
    this.places = places;
  }

  /** The result of a body. */
  Value result(TypedExpression body) {
    try {
      return run.value(body);
    } catch (ReturnSignal signal) {
      return signal.value;
    }
  }

  Value value(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Block block -> block(block);
      case TypedExpression.If conditional -> conditional(conditional);
      case TypedExpression.Match match -> match(match);
      case TypedExpression.While loop -> repeat(loop);
      case TypedExpression.ForRange loop -> forRange(loop);
      case TypedExpression.ForEach loop -> forEach(loop);
      case TypedExpression.Bind bind -> bind(bind);
      case TypedExpression.BindTuple bind -> bindTuple(bind);
      case TypedExpression.Return jump -> {
        TypedExpression value = jump.value();
        throw new ReturnSignal(value == null ? NOTHING : run.value(value));
      }
      case TypedExpression.Break jump -> throw new LoopSignal(true);
      case TypedExpression.Continue jump -> throw new LoopSignal(false);
      default -> throw new IllegalStateException("no value: " + expression);
    };
  }

  private Value block(TypedExpression.Block block) {
    Value last = NOTHING;
    for (TypedExpression term : block.terms()) {
      last = run.value(term);
    }
    return block.type() == Scalar.NIL ? NOTHING : last;
  }

  private Value conditional(TypedExpression.If conditional) {
    for (TypedExpression.ConditionalBranch branch : conditional.branches()) {
      if (run.truth(branch.condition())) {
        return run.valueAs(branch.body(), conditional.type());
      }
    }
    TypedExpression otherwise = conditional.otherwise();
    return otherwise == null ? NOTHING : run.valueAs(otherwise, conditional.type());
  }

  private Value match(TypedExpression.Match match) {
    Value.Tagged subject = (Value.Tagged) run.value(match.subject());
    for (TypedExpression.MatchArm arm : match.arms()) {
      if (arm.alternative() == subject.alternative()) {
        Local binder = arm.binder();
        Value payload = subject.payload();
        if (binder != null && payload != null) {
          run.bind(binder, payload);
        }
        return run.valueAs(arm.body(), match.type());
      }
    }
    TypedExpression otherwise = match.otherwise();
    if (otherwise == null) {
      throw new IllegalStateException("no arm for alternative " + subject.alternative());
    }
    return run.valueAs(otherwise, match.type());
  }

  private Value bind(TypedExpression.Bind bind) {
    Value value = run.value(bind.value());
    run.bind(bind.local(), value);
    return value;
  }

  private Value bindTuple(TypedExpression.BindTuple bind) {
    Value value = run.value(bind.value());
    List<Value> parts = ((Value.Aggregate) value).parts();
    for (int i = 0; i < parts.size(); i++) {
      Local local = bind.locals().get(i);
      if (local != null) {
        run.bind(local, parts.get(i));
      }
    }
    return value;
  }

  // ---- loops -----------------------------------------------------------------------------------

  private Value repeat(TypedExpression.While loop) {
    while (run.truth(loop.condition())) {
      if (round(loop.body())) {
        break;
      }
    }
    return NOTHING;
  }

  /** One round of a loop; whether it ended the loop. */
  private boolean round(TypedExpression body) {
    try {
      run.value(body);
      return false;
    } catch (LoopSignal signal) {
      return signal.ends;
    }
  }

  private Value forRange(TypedExpression.ForRange loop) {
    long from = run.integer(loop.from());
    long to = run.integer(loop.to());
    Scalar type = (Scalar) loop.from().type();
    for (long i = from; isBelow(type, i, to); i = type.wrap(i + 1)) {
      if (roundWith(loop.variable(), new Value.Int(i), loop.body())) {
        break;
      }
    }
    return NOTHING;
  }

  private static boolean isBelow(Scalar type, long left, long right) {
    return type.isSigned() ? left < right : Long.compareUnsigned(left, right) < 0;
  }

  private boolean roundWith(@Nullable Local variable, Value value, TypedExpression body) {
    if (variable != null) {
      run.bind(variable, value);
    }
    return round(body);
  }

  private Value forEach(TypedExpression.ForEach loop) {
    if (loop.sequence().type() instanceof PinkType.Array && Places.isPlace(loop.sequence())) {
      Storage.Compound array = (Storage.Compound) places.place(loop.sequence());
      return forEach(loop, array.size(), i -> array.part(i).load());
    }
    return switch (run.value(loop.sequence())) {
      case Value.Slice slice -> forEach(loop, slice.length(), i -> slice.part(i).load());
      case Value.Aggregate array ->
          forEach(loop, array.parts().size(), i -> array.parts().get((int) i));
      default -> throw new IllegalStateException("not a sequence");
    };
  }

  private Value forEach(TypedExpression.ForEach loop, long length, LongFunction<Value> elementAt) {
    for (long i = 0; i < length; i++) {
      if (roundWith(loop.variable(), elementAt.apply(i), loop.body())) {
        break;
      }
    }
    return NOTHING;
  }

  @SuppressWarnings("serial")
  private static final class ReturnSignal extends RuntimeException {
    private final transient Value value;

    ReturnSignal(Value value) {
      super(null, null, false, false);
      this.value = value;
    }
  }

  @SuppressWarnings("serial")
  private static final class LoopSignal extends RuntimeException {
    private final boolean ends;

    LoopSignal(boolean ends) {
      super(null, null, false, false);
      this.ends = ends;
    }
  }
}
