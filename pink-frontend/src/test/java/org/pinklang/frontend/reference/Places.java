package org.pinklang.frontend.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.RangePanics;
import org.pinklang.frontend.typed.TypedExpression;

/** Places, slices and assignment in one call of a function. */
final class Places {
  private final FunctionRun run;
  private final ReferenceProgram program;

  Places(FunctionRun run, ReferenceProgram program) {
    this.run = run;
    this.program = program;
  }

  static boolean isPlace(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.LocalPlace local -> true;
      case TypedExpression.GlobalPlace global -> true;
      case TypedExpression.Dereference dereference -> true;
      case TypedExpression.FieldAccess access -> isPlace(access.object());
      case TypedExpression.ElementAccess access ->
          access.base().type() instanceof PinkType.Slice || isPlace(access.base());
      default -> false;
    };
  }

  /** Evaluates a place for reading or for its address: every index is checked when it is met. */
  Storage place(TypedExpression place) {
    return switch (place) {
      case TypedExpression.LocalPlace local -> run.storage(local.local());
      case TypedExpression.GlobalPlace global -> program.global(global.symbol());
      case TypedExpression.Dereference dereference ->
          ((Value.Pointer) run.value(dereference.pointer())).storage();
      case TypedExpression.FieldAccess access ->
          ((Storage.Compound) place(access.object())).part(access.index());
      case TypedExpression.ElementAccess access -> element(access);
      default -> throw new IllegalStateException("not a place: " + place);
    };
  }

  private Storage element(TypedExpression.ElementAccess access) {
    if (access.base().type() instanceof PinkType.Slice) {
      Value.Slice slice = (Value.Slice) run.value(access.base());
      return slice.part(checked(access, run.integer(access.index()), slice.length()));
    }
    Storage.Compound array = (Storage.Compound) place(access.base());
    return array.part(checked(access, run.integer(access.index()), array.size()));
  }

  Value elementOfValue(TypedExpression.ElementAccess access) {
    List<Value> elements = ((Value.Aggregate) run.value(access.base())).parts();
    return elements.get((int) checked(access, run.integer(access.index()), elements.size()));
  }

  private long checked(TypedExpression.ElementAccess access, long index, long length) {
    if (index < 0 || index >= length) {
      throw run.panic(access.offset(), RangePanics.index(access.index().type(), index, length));
    }
    return index;
  }

  // ---- assignment ------------------------------------------------------------------------------

  /** The parts of the place, then the value, then the checks, then the write. */
  Value assign(TypedExpression.Assign assign) {
    Deque<TypedExpression> accesses = new ArrayDeque<>();
    TypedExpression at = assign.place();
    while (at instanceof TypedExpression.FieldAccess
        || (at instanceof TypedExpression.ElementAccess access
            && access.base().type() instanceof PinkType.Array)) {
      accesses.push(at);
      at =
          at instanceof TypedExpression.FieldAccess access
              ? access.object()
              : ((TypedExpression.ElementAccess) at).base();
    }
    Root root = root(at);
    List<Long> indices = new ArrayList<>();
    for (TypedExpression access : accesses) {
      indices.add(
          access instanceof TypedExpression.FieldAccess field
              ? Long.valueOf(field.index())
              : run.integer(((TypedExpression.ElementAccess) access).index()));
    }
    Value value = run.value(assign.value());
    Storage target = root.check();
    int next = 0;
    for (TypedExpression access : accesses) {
      Storage.Compound compound = (Storage.Compound) target;
      long index = indices.get(next++);
      if (access instanceof TypedExpression.ElementAccess element) {
        checked(element, index, compound.size());
      }
      target = compound.part(index);
    }
    target.store(value);
    return value;
  }

  private Root root(TypedExpression place) {
    if (!(place instanceof TypedExpression.ElementAccess access)) {
      Storage storage = place(place);
      return () -> storage;
    }
    Value.Slice slice = (Value.Slice) run.value(access.base());
    long index = run.integer(access.index());
    return () -> slice.part(checked(access, index, slice.length()));
  }

  /** Where a place begins: found when its parts are evaluated, checked after the value is. */
  @FunctionalInterface
  private interface Root {
    Storage check();
  }

  // ---- slices ----------------------------------------------------------------------------------

  Value slice(TypedExpression.SliceOf slice) {
    if (slice.base().type() instanceof PinkType.Array) {
      Storage.Compound array = (Storage.Compound) place(slice.base());
      return slice(slice, Value.Pointer.to(array, 0), array.size());
    }
    Value base = run.value(slice.base());
    return base instanceof Value.Slice whole
        ? slice(slice, whole.pointer(), whole.length())
        : slice(slice, (Value.Pointer) base, Long.MAX_VALUE);
  }

  private Value slice(TypedExpression.SliceOf slice, Value.Pointer start, long length) {
    long from = bound(slice.from(), 0);
    long to = bound(slice.to(), length);
    if (from < 0 || to < from || to > length) {
      throw run.panic(
          slice.offset(),
          RangePanics.slice(boundType(slice.from()), from, boundType(slice.to()), to, length));
    }
    Value.Element first = start.element();
    Value.Pointer moved =
        first == null ? start : Value.Pointer.to(first.array(), first.index() + from);
    return new Value.Slice(moved, to - from);
  }

  private long bound(@Nullable TypedExpression bound, long otherwise) {
    return bound == null ? otherwise : run.integer(bound);
  }

  private static PinkType boundType(@Nullable TypedExpression bound) {
    return bound == null ? Scalar.INTEGER64 : bound.type();
  }

  Value toSlice(TypedExpression.ArrayToSlice toSlice) {
    Value.Pointer pointer = (Value.Pointer) run.value(toSlice.pointer());
    Storage.Compound array = (Storage.Compound) pointer.storage();
    return new Value.Slice(Value.Pointer.to(array, 0), array.size());
  }
}
