package org.pinklang.link.bind;

import java.nio.ByteBuffer;
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
  private final JavaFunction adapter;

  FunctionCodec(PinkType.Function type, Class<?> java, FunctionBinder functions) {
    this.type = type;
    this.java = java;
    this.functions = functions;
    this.adapter = functions.javaFunction(type, java);
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      throw Misfit.nil(type);
    }
    NativeCallback callback = adapter.callback(value);
    arena.add(callback);
    memory.putLong(at, callback.address());
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    return functions.functionAt(memory.getLong(at), type, java);
  }
}
