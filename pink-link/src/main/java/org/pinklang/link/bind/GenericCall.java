package org.pinklang.link.bind;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.load.LoadedFunction;
import org.pinklang.link.load.RegisterBlock;

/** Calls of a function whose values pass through memory. Any thread may call. */
final class GenericCall {
  private static final int ALIGNMENT = 16;

  private final LoadedFunction function;
  private final CallShape shape;
  private final Queue<RegisterBlock> blocks = new ConcurrentLinkedQueue<>();

  GenericCall(LoadedFunction function, CallShape shape) {
    this.function = function;
    this.shape = shape;
  }

  /**
   * Calls the function.
   *
   * @param codecs of the parameters, in order
   * @param result of the result; null for none
   */
  @Nullable Object call(
      List<ValueCodec> codecs, @Nullable ValueCodec result, @Nullable Object[] arguments) {
    RegisterBlock pooled = blocks.poll();
    RegisterBlock registers = pooled == null ? RegisterBlock.allocate(shape.stackWords()) : pooled;
    try (CallArena arena = new CallArena()) {
      CallArena.Block block = arena.allocate(memoryBytes());
      int at = align(shape.result().bytes());
      if (shape.resultByReference()) {
        registers.setGeneral(0, block.address());
      }
      for (int i = 0; i < arguments.length; i++) {
        codecs.get(i).write(arguments[i], block.memory(), at, arena);
        shape.load(i, block.memory(), at, registers);
        at += align(shape.parameters().get(i).bytes());
      }
      function.call(registers);
      shape.storeResult(registers, block.memory(), 0);
      arena.copyBack();
      return result == null ? null : result.read(block.memory(), 0);
    } finally {
      blocks.add(registers);
    }
  }

  private long memoryBytes() {
    long bytes = align(shape.result().bytes());
    for (CallShape.Value parameter : shape.parameters()) {
      bytes += align(parameter.bytes());
    }
    return bytes;
  }

  private static int align(int bytes) {
    return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
  }
}
