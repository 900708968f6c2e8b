package org.pinklang.link.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.jspecify.annotations.Nullable;

/** The runtime's {@code %entry}: one call from Java that is under way, or has just ended. */
final class CallEntry {
  /** The call ended with a panic. */
  static final int PANICKED = 1;

  /** The call ended with an exit. */
  static final int EXITED = 2;

  /** The call did not begin, because the program is closed. */
  static final int REFUSED = 4;

  private static final int BYTES = 112;
  private static final int OUTER = 0;
  private static final int PROGRAM = 8;
  private static final int CALLBACK = 32;
  private static final int ENDING = 40;
  private static final int MESSAGE = 48;
  private static final int MESSAGE_LENGTH = 56;
  private static final int FILE = 64;
  private static final int LINE = 72;
  private static final int COLUMN = 76;
  private static final int STATUS = 80;
  private static final int FRAME = 88;
  private static final int COPY = 96;
  private static final int COPIED = 104;

  /** Of the runtime's {@code %program}. */
  private static final int PROGRAM_NUMBER = 2;

  /** Behind the registers of a callback. */
  private static final int CALLBACK_FRAME = 20;

  private final long address;
  private final ByteBuffer memory;

  private CallEntry(long address) {
    this.address = address;
    this.memory = RawPointer.view(address, BYTES);
  }

  static CallEntry at(long address) {
    return new CallEntry(address);
  }

  /** Where the frames end that were entered by this call. */
  long address() {
    return address;
  }

  /** The call this one is nested in; null for the outermost. */
  @Nullable CallEntry outer() {
    long outer = memory.getLong(OUTER);
    return outer == 0 ? null : at(outer);
  }

  /** The number of the program called. */
  long program() {
    return new LongPointer(new RawPointer(memory.getLong(PROGRAM))).get(PROGRAM_NUMBER);
  }

  int ending() {
    return (int) memory.getLong(ENDING);
  }

  int status() {
    return (int) memory.getLong(STATUS);
  }

  CallEndings.Panic panic(List<CodeFrame> frames) {
    byte[] message =
        RawPointer.bytes(memory.getLong(MESSAGE), (int) memory.getLong(MESSAGE_LENGTH));
    return new CallEndings.Panic(
        new String(message, StandardCharsets.UTF_8),
        RawPointer.text(memory.getLong(FILE)),
        memory.getInt(LINE),
        memory.getInt(COLUMN),
        frames);
  }

  /** The stack of a call that panicked, as it was, from the frame of the panic on. */
  StackImage panicStack() {
    long frame = memory.getLong(FRAME);
    ByteBuffer copy = RawPointer.view(memory.getLong(COPY), (int) memory.getLong(COPIED));
    return new StackImage(copy, frame);
  }

  /** The stack of a call that waits for a callback, from the callback's frame on. */
  StackImage waitingStack() {
    long registers = memory.getLong(CALLBACK);
    if (registers == 0) {
      return StackImage.NONE;
    }
    long frame = new LongPointer(new RawPointer(registers)).get(CALLBACK_FRAME);
    return new StackImage(RawPointer.view(frame, Math.toIntExact(address - frame)), frame);
  }
}
