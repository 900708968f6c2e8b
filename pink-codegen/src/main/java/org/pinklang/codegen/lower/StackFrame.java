package org.pinklang.codegen.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;

/**
 * The stack slots of one function, all of them in its entry block. Slots for intermediate values
 * are used again as soon as the term they were needed for is over.
 */
final class StackFrame {

  /** More than any stack has; LLVM cannot lay out frames much larger. */
  static final long MAX_BYTES = 1L << 30;

  /** A size for frames that are larger than that; it can be added to any address. */
  static final long NEVER_FITS = 1L << 50;

  private static final int UNIT = 8;

  private final IrContext context;
  private final InstructionBuilder entry;
  private final Map<Long, Deque<IrValue>> free = new HashMap<>();
  private final List<Temporary> inUse = new ArrayList<>();
  private long bytes;
  private long outgoingBytes;

  /** A slot in use, and the free slots of its size that it is to be one of again. */
  private record Temporary(Deque<IrValue> home, IrValue address) {}

  StackFrame(IrContext context, InstructionBuilder entry) {
    this.context = context;
    this.entry = entry;
  }

  /** Bytes of all slots, and of the arguments that a call leaves on the stack. */
  long bytes() {
    return bytes + outgoingBytes;
  }

  /** Reckons with a call that copies that many bytes of arguments to the stack. */
  void noteOutgoing(long argumentBytes) {
    outgoingBytes = Math.max(outgoingBytes, argumentBytes);
  }

  /** Whether no stack has room for the frame. The slots past the limit do not exist. */
  boolean isTooLarge() {
    return bytes > MAX_BYTES || outgoingBytes > MAX_BYTES;
  }

  /** A slot for as long as the function runs. */
  IrValue allocate(IrType type, long size) {
    bytes = Math.min(bytes + size, 2 * MAX_BYTES);
    return isTooLarge() ? context.zero(context.pointerType()) : entry.alloca(type);
  }

  /** A slot until what is in use is released, aligned to 8 bytes. */
  IrValue temporary(long size) {
    long units = units(size);
    Deque<IrValue> home = free.computeIfAbsent(units, unused -> new ArrayDeque<>());
    IrValue address =
        home.isEmpty() ? allocate(context.storage(units * UNIT, UNIT), units * UNIT) : home.pop();
    inUse.add(new Temporary(home, address));
    return address;
  }

  /** A point to release temporaries to. */
  int mark() {
    return inUse.size();
  }

  /** Ends the use of the temporaries taken since the mark. */
  void release(int mark) {
    for (int i = inUse.size() - 1; i >= mark; i--) {
      Temporary temporary = inUse.remove(i);
      temporary.home().push(temporary.address());
    }
  }

  /** Sizes are rounded, the larger the more, so that slots fit more than one type. */
  private static long units(long size) {
    long units = Math.max(1, (size + UNIT - 1) / UNIT);
    long grain = Math.max(1, Long.highestOneBit(units) / 4);
    return (units + grain - 1) / grain * grain;
  }
}
