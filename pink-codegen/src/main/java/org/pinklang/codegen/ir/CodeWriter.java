package org.pinklang.codegen.ir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes steps. Numbers take seven bits a byte, the lowest first. */
final class CodeWriter {
  private byte[] bytes = new byte[1024];
  private int size;

  CodeWriter step(Step step) {
    reserve(1);
    bytes[size++] = (byte) step.ordinal();
    return this;
  }

  CodeWriter number(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A number that is about as often negative. */
  CodeWriter signed(long value) {
    return number(value << 1 ^ value >> 63);
  }

  CodeWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  CodeWriter bytes(byte[] content) {
    number(content.length);
    reserve(content.length);
    System.arraycopy(content, 0, bytes, size, content.length);
    size += content.length;
    return this;
  }

  CodeWriter type(IrType type) {
    return number(type.number());
  }

  CodeWriter value(IrValue value) {
    value.write(this);
    return this;
  }

  CodeWriter shortOperand(Operand kind, int number) {
    return number((long) number << Operand.SHORT_BITS | kind.ordinal());
  }

  CodeWriter operand(Operand kind) {
    int rest = kind.ordinal() - Operand.LAST_SHORT - 1;
    return number((long) rest << Operand.SHORT_BITS | Operand.LAST_SHORT + 1);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (more > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}
