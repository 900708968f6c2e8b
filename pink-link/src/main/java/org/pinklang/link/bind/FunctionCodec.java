package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.link.load.NativeCallback;

/**
 * Function pointers as functional interfaces. Java code that is passed can be called until the call
 * returns; what Java gets calls the function as long as the program is open.
 */
final class FunctionCodec implements ValueCodec {
  private final PinkType.Function type;
  private final Class<?> java;
  private final FunctionBinder functions;
  private final @Nullable JavaFunction adapter;

  private FunctionCodec(
      PinkType.Function type,
      Class<?> java,
      FunctionBinder functions,
      @Nullable JavaFunction adapter) {
    this.type = type;
    this.java = java;
    this.functions = functions;
    this.adapter = adapter;
  }

  /** Of what Java passes: Pink calls the interface's method. */
  static FunctionCodec given(PinkType.Function type, Class<?> java, FunctionBinder functions) {
    return new FunctionCodec(type, java, functions, functions.javaFunction(type, java));
  }

  /** Of what Java gets, which is only read: the interface's method calls the function. */
  static FunctionCodec gotten(PinkType.Function type, Class<?> java, FunctionBinder functions) {
    functions.checkCallable(type, java);
    return new FunctionCodec(type, java, functions, null);
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      throw Misfit.nil(type);
    }
    NativeCallback callback = Objects.requireNonNull(adapter).callback(value);
    arena.add(callback);
    memory.putLong(at, callback.address());
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    return functions.functionAt(memory.getLong(at), type, java);
  }
}
