package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * The bytes of a constant as they will lie in memory, written from front to back. Addresses are
 * left to the linker, and long runs of zeros are never made.
 */
final class ConstantImage {
  private static final int ZEROS_WORTH_A_RUN = 64;
  private static final int MAX_BYTES = 1 << 30;

  private final IrContext context;
  private final int pointerBytes;
  private final List<Segment> segments = new ArrayList<>();
  private byte[] bytes = new byte[64];
  private int count;
  private long zeros;
  private long size;

  /** A part of the image. */
  private sealed interface Segment {

    /** Bytes that are known. */
    record Known(IrValue bytes) implements Segment {}

    /** An address the linker puts in. */
    record Address(ConstantValue target) implements Segment {}
  }

  ConstantImage(IrContext context, int pointerBytes) {
    this.context = context;
    this.pointerBytes = pointerBytes;
  }

  /** Bytes written so far. */
  long size() {
    return size;
  }

  /** Writes the low bytes of a number, the lowest first. */
  void number(long value, int length) {
    if (value == 0) {
      zeros(length);
      return;
    }
    settleZeros();
    reserve(length);
    for (int i = 0; i < length; i++) {
      bytes[count++] = (byte) (value >>> 8 * i);
    }
    size += length;
  }

  /** Writes zeros. */
  void zeros(long length) {
    zeros += length;
    size += length;
  }

  /** Writes zeros up to an offset. */
  void padTo(long offset) {
    zeros(offset - size);
  }

  /** Writes an address. */
  void address(ConstantValue target) {
    settleZeros();
    closeBytes();
    segments.add(new Segment.Address(target));
    size += pointerBytes;
  }

  /** Ends writing. */
  void finish() {
    settleZeros();
    closeBytes();
    if (segments.isEmpty()) {
      segments.add(known(context.zero(context.array(context.integer(8), 0))));
    }
  }

  /** The type of what has been written, which needs none of the addresses. */
  IrType type() {
    List<IrType> types = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      types.add(
          segment instanceof Segment.Known(IrValue bytes)
              ? context.typeOf(bytes)
              : context.pointerType());
    }
    return types.size() == 1 ? types.get(0) : context.struct(types, true);
  }

  /** What has been written, as an initialiser. */
  IrValue value(Function<ConstantValue, IrValue> addresses) {
    List<IrValue> values = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      values.add(
          switch (segment) {
            case Segment.Known(IrValue bytes) -> bytes;
            case Segment.Address(ConstantValue target) -> addresses.apply(target);
          });
    }
    return values.size() == 1 ? values.get(0) : context.packedStruct(values);
  }

  private static Segment known(IrValue bytes) {
    return new Segment.Known(bytes);
  }

  private void settleZeros() {
    if (zeros >= ZEROS_WORTH_A_RUN) {
      closeBytes();
      segments.add(known(context.zero(context.array(context.integer(8), zeros))));
    } else if (zeros != 0) {
      reserve((int) zeros);
      Arrays.fill(bytes, count, count + (int) zeros, (byte) 0);
      count += (int) zeros;
    }
    zeros = 0;
  }

  private void closeBytes() {
    if (count != 0) {
      segments.add(known(context.bytes(bytes, count)));
      count = 0;
    }
  }

  private void reserve(int length) {
    if (count > MAX_BYTES - length) {
      throw new PinkBackendException("a constant of more than " + MAX_BYTES + " bytes");
    }
    if (count + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count + length, bytes.length * 2));
    }
  }
}
