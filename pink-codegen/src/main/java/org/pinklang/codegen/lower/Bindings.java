package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Destination.Stored;
import org.pinklang.codegen.lower.Operand.MemoryOperand;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression.Assign;
import org.pinklang.frontend.typed.TypedExpression.Bind;
import org.pinklang.frontend.typed.TypedExpression.BindTuple;

/** What gives places their values: locals and assignments. */
final class Bindings {
  private final FunctionScope scope;
  private final InstructionBuilder builder;

  Bindings(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** {@code x := e}. */
  Operand bind(Bind bind) {
    PinkType type = bind.local().type();
    if (Representation.of(type) == Representation.MEMORY) {
      IrValue slot = scope.slot(bind.local());
      scope.expressions().evaluateInto(bind.value(), new Stored(slot));
      scope.debug().declare(bind.local(), slot);
      return new MemoryOperand(slot);
    }
    Operand value = scope.expressions().evaluate(bind.value());
    if (builder.isReachable()) {
      IrValue slot = scope.slot(bind.local());
      scope.debug().declare(bind.local(), slot);
      scope.memory().store(value, type, slot);
    }
    return value;
  }

  /** {@code (a, b) := t}. */
  Operand bindTuple(BindTuple bind) {
    Operand value = scope.expressions().evaluate(bind.value());
    if (!builder.isReachable() || !(bind.value().type() instanceof PinkType.Tuple tuple)) {
      return None.NONE;
    }
    long[] offsets = scope.layouts().fields(tuple).offsets();
    List<Local> locals = bind.locals();
    for (int i = 0; i < offsets.length; i++) {
      Local local = locals.get(i);
      if (local != null) {
        IrValue element = builder.field(value.address(), offsets[i]);
        Operand loaded = scope.memory().load(local.type(), element);
        scope.debug().declare(local, scope.slot(local));
        scope.memory().store(loaded, local.type(), scope.slot(local));
      }
    }
    return value;
  }

  /** {@code place = e}: the parts of the place, the value, the checks of the place, the write. */
  Operand assign(Assign assign) {
    Places.Located place = scope.places().locate(assign.place());
    Operand value = scope.expressions().evaluate(assign.value());
    if (!builder.isReachable()) {
      return None.NONE;
    }
    IrValue address = place.address();
    scope.memory().store(value, assign.type(), address);
    return value instanceof MemoryOperand ? new MemoryOperand(address) : value;
  }
}
