package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.link.load.ScalarType;

/**
 * Numbers and booleans. A value may be of any integer type if its number fits, and any number is
 * taken for a float; read are Java's types of the same width.
 */
final class ScalarCodec implements ValueCodec {
  private final Scalar scalar;
  private final ScalarType machine;

  ScalarCodec(Scalar scalar) {
    this.scalar = scalar;
    this.machine = machineType(scalar).orElseThrow();
  }

  /** The machine's type for a Pink type that fits into one register; empty for others. */
  static Optional<ScalarType> machineType(PinkType type) {
    if (!(type instanceof Scalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar) {
      case NIL -> Optional.empty();
      case BOOLEAN -> Optional.of(ScalarType.BOOLEAN);
      case INTEGER8 -> Optional.of(ScalarType.INTEGER8);
      case INTEGER16 -> Optional.of(ScalarType.INTEGER16);
      case INTEGER32 -> Optional.of(ScalarType.INTEGER32);
      case UNSIGNED8 -> Optional.of(ScalarType.UNSIGNED8);
      case UNSIGNED16 -> Optional.of(ScalarType.UNSIGNED16);
      case UNSIGNED32 -> Optional.of(ScalarType.UNSIGNED32);
      case INTEGER64, UNSIGNED64 -> Optional.of(ScalarType.INTEGER64);
      case FLOAT32 -> Optional.of(ScalarType.FLOAT32);
      case FLOAT64 -> Optional.of(ScalarType.FLOAT64);
    };
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      throw Misfit.nil(scalar);
    }
    long word = word(value, scalar);
    switch (scalar.bits()) {
      case 8 -> memory.put(at, (byte) word);
      case 16 -> memory.putShort(at, (short) word);
      case 32 -> memory.putInt(at, (int) word);
      default -> memory.putLong(at, word);
    }
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    return switch (machine) {
      case BOOLEAN -> memory.get(at) != 0;
      case INTEGER8, UNSIGNED8 -> memory.get(at);
      case INTEGER16, UNSIGNED16 -> memory.getShort(at);
      case INTEGER32, UNSIGNED32 -> memory.getInt(at);
      case INTEGER64, POINTER -> memory.getLong(at);
      case FLOAT32 -> memory.getFloat(at);
      case FLOAT64 -> memory.getDouble(at);
    };
  }

  /**
   * A Java value as a word.
   *
   * @throws IllegalArgumentException if it is no value of the type
   */
  static long word(Object value, Scalar type) {
    return switch (type.kind()) {
      case BOOLEAN -> {
        if (value instanceof Boolean truth) {
          yield truth ? 1 : 0;
        }
        throw Misfit.value(value, type);
      }
      case FLOAT -> {
        double number = toDouble(value, type);
        yield type == Scalar.FLOAT32
            ? Float.floatToRawIntBits((float) number)
            : Double.doubleToRawLongBits(number);
      }
      default -> integer(value, type);
    };
  }

  private static double toDouble(Object value, PinkType type) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw Misfit.value(value, type);
  }

  private static long integer(Object value, Scalar type) {
    if (!(value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte)) {
      throw Misfit.value(value, type);
    }
    long number = ((Number) value).longValue();
    if (type.bits() < Long.SIZE && !fits(number, type.bits(), type.isSigned())) {
      throw Misfit.value(value, type);
    }
    return number;
  }

  /** Java's narrow types are signed: the bits of an unsigned number may look negative. */
  private static boolean fits(long number, int bits, boolean signed) {
    long least = -(1L << (bits - 1));
    long most = (1L << (signed ? bits - 1 : bits)) - 1;
    return number >= least && number <= most;
  }
}
