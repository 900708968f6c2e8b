package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;

/**
 * About what the frame of a function needs.
 *
 * @param bytes on the stack that the program sees
 * @param values how many values the function computes and is given, which decides about what it
 *     needs where an engine keeps values and return addresses on a stack of its own
 */
record FrameSize(long bytes, int values) {

  /** What the registers of a function may need on the stack without being reckoned with. */
  private static final long UNRECKONED_BYTES = 1 << 16;

  /** Registers go to the stack mostly where blocks end, about one slot for each. */
  private static final long BYTES_PER_BLOCK = 8;

  /** A parameter counts as several values: it is never left out. */
  private static final int VALUES_OF_PARAMETER = 6;

  /** What a frame on an engine's stack has beside values, and what it has for each of them. */
  private static final int HIDDEN_BYTES = 64;

  private static final double HIDDEN_BYTES_PER_VALUE = 1.25;
  private static final int MAX_HIDDEN_BYTES = 16 << 10;

  /** How many times as large the stack that the program sees is as an engine's, with some room. */
  private static final int SEEN_PER_HIDDEN_BYTE = 8;

  /** The frame of a function that was lowered. */
  static FrameSize lowered(long slotBytes, int blocks, int instructions, int parameters) {
    return new FrameSize(
        frameBytes(slotBytes, blocks), instructions + VALUES_OF_PARAMETER * parameters);
  }

  /** The frame of a function that was optimised. */
  static FrameSize optimized(long slotBytes, int blocks, int values) {
    return new FrameSize(frameBytes(slotBytes, blocks), values);
  }

  private static long frameBytes(long slotBytes, int blocks) {
    return slotBytes + Math.max(0, blocks * BYTES_PER_BLOCK - UNRECKONED_BYTES);
  }

  /**
   * The address that is compared with the stack's limit: that of a slot in the frame. The slot
   * takes up as much more of the stack as it takes for both stacks to end together.
   */
  IrValue probe(ModuleScope module, InstructionBuilder builder) {
    IrContext context = module.context();
    IrType one = context.integer(8);
    return builder.alloca(
        module.hasHiddenStack() ? context.array(one, SEEN_PER_HIDDEN_BYTE * hiddenBytes()) : one);
  }

  private long hiddenBytes() {
    return Math.min(MAX_HIDDEN_BYTES, HIDDEN_BYTES + (long) (values * HIDDEN_BYTES_PER_VALUE));
  }
}
