package org.pinklang.frontend.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The predeclared types. {@code Integer} is {@link #INTEGER64}, {@code Byte} {@link #UNSIGNED8}.
 */
public enum Scalar implements PinkType {
  /** One value, no storage. */
  NIL("Nil", Kind.NIL, 0),
  /** One byte, 0 or 1. */
  BOOLEAN("Boolean", Kind.BOOLEAN, 8),
  /** Signed, 8 bits. */
  INTEGER8("Integer8", Kind.SIGNED, 8),
  /** Signed, 16 bits. */
  INTEGER16("Integer16", Kind.SIGNED, 16),
  /** Signed, 32 bits. */
  INTEGER32("Integer32", Kind.SIGNED, 32),
  /** Signed, 64 bits. */
  INTEGER64("Integer", Kind.SIGNED, 64),
  /** Unsigned, 8 bits. */
  UNSIGNED8("Byte", Kind.UNSIGNED, 8),
  /** Unsigned, 16 bits. */
  UNSIGNED16("Unsigned16", Kind.UNSIGNED, 16),
  /** Unsigned, 32 bits. */
  UNSIGNED32("Unsigned32", Kind.UNSIGNED, 32),
  /** Unsigned, 64 bits. */
  UNSIGNED64("Unsigned64", Kind.UNSIGNED, 64),
  /** IEEE 754 single precision. */
  FLOAT32("Float32", Kind.FLOAT, 32),
  /** IEEE 754 double precision. */
  FLOAT64("Float", Kind.FLOAT, 64);

  /** The families of scalars. */
  public enum Kind {
    /** {@code Nil}. */
    NIL,
    /** {@code Boolean}. */
    BOOLEAN,
    /** Signed integers. */
    SIGNED,
    /** Unsigned integers. */
    UNSIGNED,
    /** Floats. */
    FLOAT
  }

  private static final Map<String, Scalar> BY_NAME = byName();

  private final String display;
  private final Kind kind;
  private final int bits;

  Scalar(String display, Kind kind, int bits) {
    this.display = display;
    this.kind = kind;
    this.bits = bits;
  }

  private static Map<String, Scalar> byName() {
    Map<String, Scalar> byName = new HashMap<>();
    for (Scalar scalar : values()) {
      byName.put(scalar.display, scalar);
    }
    byName.put("Integer64", INTEGER64);
    byName.put("Unsigned8", UNSIGNED8);
    return Map.copyOf(byName);
  }

  /** The predeclared type of a name, of which two have a second one; null for other names. */
  public static @Nullable Scalar named(String name) {
    return BY_NAME.get(name);
  }

  /** The names of all predeclared types, in no particular order. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  @Override
  public String display() {
    return display;
  }

  /** The family. */
  public Kind kind() {
    return kind;
  }

  /** Width of the stored value in bits: 0 for {@code Nil}, 8 for {@code Boolean}. */
  public int bits() {
    return bits;
  }

  /** Whether this is an integer type. */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  /** Whether this is an integer type with negative values. */
  public boolean isSigned() {
    return kind == Kind.SIGNED;
  }

  /** Whether this is a float type. */
  public boolean isFloat() {
    return kind == Kind.FLOAT;
  }

  /** Whether this is an integer or float type. */
  public boolean isNumeric() {
    return isInteger() || isFloat();
  }

  /**
   * The value of the low {@link #bits} bits of {@code value}, extended to 64 bits as this integer
   * type extends: the one way integer values of every width are held in a {@code long}.
   */
  public long wrap(long value) {
    int unused = 64 - bits;
    return isSigned() ? value << unused >> unused : value << unused >>> unused;
  }
}
