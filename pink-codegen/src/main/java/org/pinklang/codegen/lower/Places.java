package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.llvm.InstructionBuilder;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmValue;
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
    LlvmValue address();
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
  LlvmValue address(TypedExpression place) {
    return switch (place) {
      case LocalPlace local -> scope.slot(local.local());
      case GlobalPlace global -> global(global);
      case Dereference dereference -> scope.expressions().scalar(dereference.pointer());
      case FieldAccess access -> field(access, address(access.object()));
      case ElementAccess access -> element(access);
      default -> scope.expressions().evaluate(place).address();
    };
  }

  private LlvmValue global(GlobalPlace global) {
    return scope.module().symbols().global(global.symbol(), global.type()).address();
  }

  private LlvmValue field(FieldAccess access, LlvmValue object) {
    if (!builder.isReachable()) {
      return LlvmValue.UNREACHABLE;
    }
    long offset = scope.layouts().fields(access.object().type()).offsets()[access.index()];
    return builder.field(object, offset);
  }

  private LlvmValue element(ElementAccess access) {
    if (access.base().type() instanceof PinkType.Array array) {
      LlvmValue base =
          Purity.isPlace(access.base())
              ? address(access.base())
              : scope
                  .expressions()
                  .evaluateBefore(access.base(), List.of(access.index()))
                  .address();
      LlvmValue index = scope.slices().index(access.index());
      return elementOfArray(access, array, base, index);
    }
    Operand slice = scope.expressions().evaluate(access.base());
    return elementOfSlice(access, slice, scope.slices().index(access.index()));
  }

  private LlvmValue elementOfArray(
      ElementAccess access, PinkType.Array array, LlvmValue base, LlvmValue index) {
    long known = Expressions.knownInteger(access.index(), -1);
    if (known < 0 || known >= array.length()) {
      LlvmContext context = scope.context();
      LlvmValue length = context.integer(context.integer(64), array.length());
      scope.slices().checkIndex(access, index, length);
    }
    return scope.slices().elementAddress(array.element(), base, index);
  }

  private LlvmValue elementOfSlice(ElementAccess access, Operand slice, LlvmValue index) {
    scope.slices().checkIndex(access, index, slice.length());
    return scope.slices().elementAddress(access.type(), slice.pointer(), index);
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
        LlvmValue index = scope.slices().index(access.index());
        return () -> elementOfArray(access, array, base.address(), index);
      }
      case ElementAccess access -> {
        Operand slice = scope.expressions().evaluate(access.base());
        LlvmValue index = scope.slices().index(access.index());
        return () -> elementOfSlice(access, slice, index);
      }
      default -> {
        LlvmValue address = address(place);
        return () -> address;
      }
    }
  }
}
