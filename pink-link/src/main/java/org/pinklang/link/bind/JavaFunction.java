package org.pinklang.link.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.load.NativeCallback;
import org.pinklang.link.load.NativeMemory;
import org.pinklang.link.load.RegisterBlock;

/** How Pink calls the one method of a functional interface. Immutable. */
final class JavaFunction {
  private final CallShape shape;
  private final List<ValueCodec> parameters;
  private final @Nullable ValueCodec result;
  private final MethodHandle method;

  /**
   * The calls of an interface's method.
   *
   * @param result null for none
   */
  JavaFunction(
      CallShape shape, List<ValueCodec> parameters, @Nullable ValueCodec result, Method method) {
    this.shape = shape;
    this.parameters = List.copyOf(parameters);
    this.result = result;
    MethodHandle generic = Handles.generic(method);
    this.method =
        generic
            .asSpreader(1, Object[].class, parameters.size())
            .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
  }

  /** A native function that calls the method of an object. */
  NativeCallback callback(Object target) {
    return NativeCallback.of(registers -> call(target, registers));
  }

  private void call(Object target, RegisterBlock registers) throws Throwable {
    @Nullable Object[] arguments = new @Nullable Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      ByteBuffer memory = memory(shape.parameters().get(i).bytes());
      shape.store(i, registers, memory, 0);
      arguments[i] = parameters.get(i).read(memory, 0);
    }
    Object given = (Object) method.invokeExact(target, arguments);
    if (result != null) {
      giveBack(result, given, registers);
    }
  }

  private void giveBack(ValueCodec codec, @Nullable Object value, RegisterBlock registers) {
    ByteBuffer memory = memory(shape.result().bytes());
    try (CallArena arena = CallArena.forbidden()) {
      codec.write(value, memory, 0, arena);
    }
    if (shape.resultByReference()) {
      long place = registers.general(0);
      int bytes = shape.result().bytes();
      NativeMemory.view(place, bytes).put(0, memory, 0, bytes);
      registers.setResult(0, place);
    } else {
      shape.loadResult(memory, 0, registers);
    }
  }

  private static ByteBuffer memory(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }
}
