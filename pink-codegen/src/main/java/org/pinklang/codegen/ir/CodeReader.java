package org.pinklang.codegen.ir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads steps as they were written; only of what this process wrote. For one thread. */
public final class CodeReader {
  private final byte[] bytes;
  private int at;
  private int shortNumber;

  /** Reads what {@link IrContext#finish} gave. */
  public CodeReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether another list of steps follows those that were read. */
  public boolean hasMore() {
    return at < bytes.length;
  }

  /** The next step. */
  public Step step() {
    return Step.of(bytes[at++]);
  }

  /** A number. */
  public long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  /** A number that counts or indexes something. */
  public int index() {
    return (int) number();
  }

  /** A number that may be negative. */
  public long signed() {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  /** A text. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Some bytes. */
  public byte[] bytes() {
    int length = index();
    byte[] content = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return content;
  }

  /** The kind of an operand; {@link #shortNumber} then has the number it brings. */
  public Operand operand() {
    long number = number();
    int low = (int) number & (1 << Operand.SHORT_BITS) - 1;
    shortNumber = (int) (number >>> Operand.SHORT_BITS);
    return Operand.of(low <= Operand.LAST_SHORT ? low : low + shortNumber);
  }

  /** The number that the last result, integer or symbol came with. */
  public int shortNumber() {
    return shortNumber;
  }
}
