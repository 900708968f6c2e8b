package org.pinklang.frontend.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.NilConstant;
import org.pinklang.frontend.typed.ConstantValue.SliceConstant;
import org.pinklang.frontend.typed.ConstantValue.StringAddressConstant;
import org.pinklang.frontend.typed.ConstantValue.UnionConstant;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.PanicReason;
import org.pinklang.frontend.typed.RangePanics;
import org.pinklang.frontend.typed.TypedExpression;

/** Blocks, locals, assignments and branches when compiling. */
final class ConstantTerms {
  private final ConstantEvaluator evaluator;
  private final LocalCells locals;

  ConstantTerms(ConstantEvaluator evaluator, LocalCells locals) {
    this.evaluator = evaluator;
    this.locals = locals;
  }

  /** The value of a term or control expression; ends the evaluation at what is not constant. */
  ConstantValue evaluate(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Block block -> block(block);
      case TypedExpression.If conditional -> conditional(conditional);
      case TypedExpression.Match match -> match(match);
      case TypedExpression.Bind bind -> bind(bind);
      case TypedExpression.BindTuple bind -> bindTuple(bind);
      case TypedExpression.Assign assign -> assign(assign);
      case TypedExpression.Assert assertion -> assertion(assertion);
      case TypedExpression.Panic panic -> throw panic(panic);
      default -> throw EvaluationStop.notConstant(expression.offset(), refusal(expression));
    };
  }

  private static String refusal(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Call call -> "it calls a function";
      case TypedExpression.While loop -> "it has a loop";
      case TypedExpression.ForRange loop -> "it has a loop";
      case TypedExpression.ForEach loop -> "it has a loop";
      case TypedExpression.Return jump -> "it returns from a function";
      default -> "it leaves a loop";
    };
  }

  private ConstantValue block(TypedExpression.Block block) {
    ConstantValue last = new NilConstant();
    for (TypedExpression term : block.terms()) {
      last = evaluator.value(term);
    }
    return asResult(last, block.type());
  }

  /** A value that is dropped where the result is Nil. */
  private static ConstantValue asResult(ConstantValue value, PinkType type) {
    return type == Scalar.NIL ? new NilConstant() : value;
  }

  private ConstantValue conditional(TypedExpression.If conditional) {
    for (TypedExpression.ConditionalBranch branch : conditional.branches()) {
      if (evaluator.truth(branch.condition())) {
        return asResult(evaluator.value(branch.body()), conditional.type());
      }
    }
    TypedExpression otherwise = conditional.otherwise();
    return otherwise == null
        ? new NilConstant()
        : asResult(evaluator.value(otherwise), conditional.type());
  }

  private ConstantValue match(TypedExpression.Match match) {
    UnionConstant subject = (UnionConstant) evaluator.value(match.subject());
    for (TypedExpression.MatchArm arm : match.arms()) {
      if (arm.alternative() == subject.alternative()) {
        return asResult(arm(arm, subject.payload()), match.type());
      }
    }
    TypedExpression otherwise = match.otherwise();
    if (otherwise == null) {
      throw EvaluationStop.unavailable();
    }
    return asResult(evaluator.value(otherwise), match.type());
  }

  private ConstantValue arm(TypedExpression.MatchArm arm, @Nullable ConstantValue payload) {
    Local binder = arm.binder();
    if (binder != null && payload != null) {
      locals.bind(binder, payload);
    }
    return evaluator.value(arm.body());
  }

  private ConstantValue bind(TypedExpression.Bind bind) {
    ConstantValue value = evaluator.value(bind.value());
    locals.bind(bind.local(), value);
    return value;
  }

  private ConstantValue bindTuple(TypedExpression.BindTuple bind) {
    ConstantValue tuple = evaluator.value(bind.value());
    for (int i = 0; i < bind.locals().size(); i++) {
      Local local = bind.locals().get(i);
      if (local != null) {
        locals.bind(local, ConstantParts.at(tuple, i));
      }
    }
    return tuple;
  }

  private ConstantValue assertion(TypedExpression.Assert assertion) {
    if (!evaluator.truth(assertion.condition())) {
      throw EvaluationStop.panics(assertion.offset(), PanicReason.ASSERTION_FAILED);
    }
    return new NilConstant();
  }

  private EvaluationStop panic(TypedExpression.Panic panic) {
    SliceConstant message = (SliceConstant) evaluator.value(panic.message());
    if (message.pointer() instanceof StringAddressConstant text) {
      int from = (int) text.offset();
      String bytes = text.bytes().substring(from, from + (int) message.length());
      return EvaluationStop.panics(panic.offset(), decoded(bytes));
    }
    return EvaluationStop.panics(panic.offset(), "a message of " + message.length() + " bytes");
  }

  private static String decoded(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  // ---- assignment ------------------------------------------------------------------------------

  /** The parts of the place are evaluated first, then the value; then the indices are checked. */
  private ConstantValue assign(TypedExpression.Assign assign) {
    List<TypedExpression> steps = new ArrayList<>();
    LocalCells.Cell cell = assignable(assign.place(), steps);
    Collections.reverse(steps);
    List<Long> path = new ArrayList<>(steps.size());
    for (TypedExpression step : steps) {
      path.add(
          step instanceof TypedExpression.FieldAccess field
              ? Long.valueOf(field.index())
              : evaluator.integer(((TypedExpression.ElementAccess) step).index()));
    }
    ConstantValue value = evaluator.value(assign.value());
    checkIndices(steps, path);
    locals.write(cell, path, value, assign.offset());
    return value;
  }

  /** The local that a place is a part of; fills in the accesses around it, outermost first. */
  private LocalCells.Cell assignable(TypedExpression place, List<TypedExpression> steps) {
    TypedExpression at = place;
    while (true) {
      switch (at) {
        case TypedExpression.FieldAccess field -> {
          steps.add(field);
          at = field.object();
        }
        case TypedExpression.ElementAccess element
            when element.base().type() instanceof PinkType.Array -> {
          steps.add(element);
          at = element.base();
        }
        case TypedExpression.LocalPlace local -> {
          return cellOf(local);
        }
        case TypedExpression.GlobalPlace global ->
            throw EvaluationStop.notConstant(
                place.offset(), "it assigns the global `" + global.symbol().display() + "`");
        default -> throw EvaluationStop.notConstant(place.offset(), "it writes through a pointer");
      }
    }
  }

  private LocalCells.Cell cellOf(TypedExpression.LocalPlace local) {
    LocalCells.Cell cell = locals.find(local.local());
    if (cell == null) {
      throw EvaluationStop.notConstant(
          local.offset(), "it assigns the variable `" + local.local().name() + "`");
    }
    return cell;
  }

  private static void checkIndices(List<TypedExpression> steps, List<Long> path) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof TypedExpression.ElementAccess element
          && element.base().type() instanceof PinkType.Array array
          && !IntegerArithmetic.isBelow(path.get(i), array.length())) {
        String message = RangePanics.index(element.index().type(), path.get(i), array.length());
        throw EvaluationStop.panics(element.offset(), message);
      }
    }
  }
}
