package org.pinklang.link.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The registers and stack words through which a call passes its arguments and results, the
 * runtime's {@code %registers}. Floats are held by their bits, singles in the low half. For one
 * call at a time.
 */
public final class RegisterBlock {
  /** General registers that pass arguments. */
  public static final int GENERAL = 6;

  /** Registers that pass arguments that are floats. */
  public static final int VECTOR = 8;

  private static final int VECTOR_OFFSET = GENERAL * Long.BYTES;
  private static final int STACK = VECTOR_OFFSET + VECTOR * Long.BYTES;
  private static final int STACK_WORDS = STACK + Long.BYTES;
  private static final int RESULTS = STACK_WORDS + Long.BYTES;
  private static final int VECTOR_RESULTS = RESULTS + 2 * Long.BYTES;
  private static final int BYTES = VECTOR_RESULTS + 2 * Long.BYTES;

  private final ByteBuffer memory;
  private final long address;

  private RegisterBlock(ByteBuffer memory, long address) {
    this.memory = memory;
    this.address = address;
  }

  /** Registers, and that many words on the stack, for calls from Java; garbage collected. */
  public static RegisterBlock allocate(int stackWords) {
    ByteBuffer memory =
        ByteBuffer.allocateDirect(BYTES + stackWords * Long.BYTES).order(ByteOrder.nativeOrder());
    long address = new Pointer(memory).address();
    memory.putLong(STACK, address + BYTES);
    memory.putLong(STACK_WORDS, stackWords);
    return new RegisterBlock(memory, address);
  }

  /** The registers of a callback, while it runs. */
  static RegisterBlock at(long address) {
    return new RegisterBlock(RawPointer.view(address, BYTES), address);
  }

  long address() {
    return address;
  }

  /** Sets a general argument register. */
  public void setGeneral(int register, long value) {
    memory.putLong(register * Long.BYTES, value);
  }

  /** Sets a float argument register. */
  public void setVector(int register, long bits) {
    memory.putLong(VECTOR_OFFSET + register * Long.BYTES, bits);
  }

  /** Sets a word of the stack, for a call from Java. */
  public void setStack(int word, long value) {
    memory.putLong(BYTES + word * Long.BYTES, value);
  }

  /** A general argument register of a callback. */
  public long general(int register) {
    return memory.getLong(register * Long.BYTES);
  }

  /** A float argument register of a callback. */
  public long vector(int register) {
    return memory.getLong(VECTOR_OFFSET + register * Long.BYTES);
  }

  /** A word of the stack of a callback. */
  public long stack(int word) {
    return new LongPointer(new RawPointer(memory.getLong(STACK))).get(word);
  }

  /** One of the two general result registers. */
  public long result(int register) {
    return memory.getLong(RESULTS + register * Long.BYTES);
  }

  /** One of the two float result registers. */
  public long vectorResult(int register) {
    return memory.getLong(VECTOR_RESULTS + register * Long.BYTES);
  }

  /** Sets one of the two general result registers of a callback. */
  public void setResult(int register, long value) {
    memory.putLong(RESULTS + register * Long.BYTES, value);
  }

  /** Sets one of the two float result registers of a callback. */
  public void setVectorResult(int register, long bits) {
    memory.putLong(VECTOR_RESULTS + register * Long.BYTES, bits);
  }
}
