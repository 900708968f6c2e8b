package org.pinklang.link.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;

/**
 * The memory through which one call passes arguments and results: the runtime's {@code %block}, and
 * behind it the slots. It is garbage collected like any Java object. Used by one call at a time.
 */
final class CallBlock {
  private static final int MESSAGE = 8;
  private static final int MESSAGE_LENGTH = 16;
  private static final int FILE = 24;
  private static final int LINE = 32;
  private static final int COLUMN = 36;
  private static final int STATUS = 40;
  private static final int SLOTS = 48;

  private final ByteBuffer memory;
  private final Pointer pointer;
  private final int slots;

  CallBlock(int slots) {
    this.slots = slots;
    memory = ByteBuffer.allocateDirect(SLOTS + slots * Long.BYTES).order(ByteOrder.nativeOrder());
    pointer = new Pointer(memory);
  }

  int slots() {
    return slots;
  }

  Pointer pointer() {
    return pointer;
  }

  void setSlot(int index, long value) {
    memory.putLong(SLOTS + index * Long.BYTES, value);
  }

  private long slot(int index) {
    return memory.getLong(SLOTS + index * Long.BYTES);
  }

  /**
   * Reads how the call of a function with that many results ended; a panic's message is freed. What
   * Java code threw that it called back is asked for.
   */
  CallOutcome outcome(int results, Supplier<Throwable> failure) {
    long ending = memory.getLong(0);
    return switch ((int) ending) {
      case 0 -> new CallOutcome.Returned(results > 0 ? slot(0) : 0, results > 1 ? slot(1) : 0);
      case 1 -> takePanic();
      case 2 -> new CallOutcome.Exited((int) memory.getLong(STATUS));
      case 3 -> new CallOutcome.Unwound(failure.get());
      default -> throw new IllegalStateException("the runtime reported the ending " + ending);
    };
  }

  private CallOutcome takePanic() {
    long message = memory.getLong(MESSAGE);
    byte[] bytes = RawPointer.bytes(message, (int) memory.getLong(MESSAGE_LENGTH));
    Pointer.free(new RawPointer(message));
    return new CallOutcome.Panicked(
        new String(bytes, StandardCharsets.UTF_8),
        RawPointer.text(memory.getLong(FILE)),
        memory.getInt(LINE),
        memory.getInt(COLUMN));
  }
}
