package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.Dereference;
import org.pinklang.frontend.typed.TypedExpression.ElementAccess;
import org.pinklang.frontend.typed.TypedExpression.FieldAccess;
import org.pinklang.frontend.typed.TypedExpression.GlobalPlace;
import org.pinklang.frontend.typed.TypedExpression.LocalPlace;

/** Places: where they are, what is in them. */
final class Places {
  private final FunctionScope scope;
  private final InstructionBuilder builder;

  Places(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** A place whose parts have been evaluated and whose checks are still to be made. */
  interface Located {
    /** Makes the checks; gives the address. */
    IrValue address();
  }

  /** What is in a place, or in a part of a value. */
  Operand read(TypedExpression place) {
    if (place instanceof GlobalPlace global && global.constant()) {
      ConstantValue known = scope.module().constantGlobal(global.symbol());
      if (known != null && Representation.of(global.type()) != Representation.MEMORY) {
        return scope.module().constants().operand(known);
      }
    }
    return scope.memory().load(place.type(), address(place));
  }

  /**
   * The address of a place; of a part of a value that is no place, an address that holds until
   * something else is evaluated.
   */
  IrValue address(TypedExpression place) {
    return switch (place) {
      case LocalPlace local -> scope.slot(local.local());
      case GlobalPlace global -> global(global);
      case Dereference dereference -> scope.expressions().scalar(dereference.pointer());
      case FieldAccess access -> field(access, address(access.object()));
      case ElementAccess access -> element(access);
      default -> scope.expressions().evaluate(place).address();
    };
  }

  private IrValue global(GlobalPlace global) {
    return scope.module().symbols().global(global.symbol(), global.type()).address();
  }

  private IrValue field(FieldAccess access, IrValue object) {
    if (!builder.isReachable()) {
      return IrValue.UNREACHABLE;
    }
    long offset = scope.layouts().fields(access.object().type()).offsets()[access.index()];
    return builder.field(object, offset);
  }

  private IrValue element(ElementAccess access) {
    if (access.base().type() instanceof PinkType.Array array) {
      IrValue base =
          Purity.isPlace(access.base())
              ? address(access.base())
              : scope
                  .expressions()
                  .evaluateBefore(access.base(), List.of(access.index()))
                  .address();
      IrValue index = scope.slices().index(access.index());
      return elementOfArray(access, array, base, index);
    }
    Operand slice = scope.expressions().evaluate(access.base());
    return elementOfSlice(access, slice, scope.slices().index(access.index()));
  }

  private IrValue elementOfArray(
      ElementAccess access, PinkType.Array array, IrValue base, IrValue index) {
    long known = Expressions.knownInteger(access.index(), -1);
    if (known < 0 || known >= array.length()) {
      IrContext context = scope.context();
      IrValue length = context.integer(context.integer(64), array.length());
      scope.slices().checkIndex(access, index, length);
    }
    return scope.slices().checkedElementAddress(array.element(), base, index);
  }

  private IrValue elementOfSlice(ElementAccess access, Operand slice, IrValue index) {
    scope.slices().checkIndex(access, index, slice.length());
    return scope.slices().checkedElementAddress(access.type(), slice.pointer(), index);
  }

  /** Evaluates the parts of a place, before the value that is to be written there. */
  Located locate(TypedExpression place) {
    switch (place) {
      case FieldAccess access -> {
        Located object = locate(access.object());
        return () -> field(access, object.address());
      }
      case ElementAccess access when access.base().type() instanceof PinkType.Array array -> {
        Located base = locate(access.base());
        IrValue index = scope.slices().index(access.index());
        return () -> elementOfArray(access, array, base.address(), index);
      }
      case ElementAccess access -> {
        Operand slice = scope.expressions().evaluate(access.base());
        IrValue index = scope.slices().index(access.index());
        return () -> elementOfSlice(access, slice, index);
      }
      default -> {
        IrValue address = address(place);
        return () -> address;
      }
    }
  }
}
