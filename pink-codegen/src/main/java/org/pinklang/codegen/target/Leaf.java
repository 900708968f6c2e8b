package org.pinklang.codegen.target;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.target.Passing.Extension;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Passing.Piece.Kind;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/**
 * One of the scalars that a value consists of when all structs, tuples and arrays in it are taken
 * apart. A union counts as an array of integers as large as it is aligned, but of no more than
 * eight bytes, for which payload it holds is not known; headers for C show it so, too.
 *
 * @param kind never a Boolean, which is an integer of one byte here
 * @param bytes its size
 * @param offset where it lies in the value
 */
record Leaf(Kind kind, int bytes, int offset) {

  /** The scalars of a value of no more than 64 bytes, in their order. */
  static List<Leaf> of(PinkType type, TypeLayouts layouts) {
    List<Leaf> leaves = new ArrayList<>();
    add(type, 0, layouts, leaves);
    return leaves;
  }

  private static void add(PinkType type, int offset, TypeLayouts layouts, List<Leaf> leaves) {
    int size = (int) layouts.size(type);
    if (size == 0) {
      return;
    }
    switch (type) {
      case Scalar scalar ->
          leaves.add(new Leaf(scalar.isFloat() ? Kind.FLOAT : Kind.INTEGER, size, offset));
      case PinkType.Pointer pointer -> leaves.add(new Leaf(Kind.POINTER, size, offset));
      case PinkType.Function function -> leaves.add(new Leaf(Kind.POINTER, size, offset));
      case PinkType.Slice slice -> {
        int pointerBytes = (int) layouts.size(new PinkType.Pointer(slice.element(), false));
        leaves.add(new Leaf(Kind.POINTER, pointerBytes, offset));
        leaves.add(new Leaf(Kind.INTEGER, Long.BYTES, offset + Long.BYTES));
      }
      case PinkType.Array array -> {
        int stride = (int) layouts.size(array.element());
        for (int at = 0; at < size; at += stride) {
          add(array.element(), offset + at, layouts, leaves);
        }
      }
      case PinkType.Nominal union when union.kind() == PinkType.Nominal.Kind.UNION -> {
        int unit = Math.min(layouts.layout(union).alignment(), Long.BYTES);
        for (int at = 0; at < size; at += unit) {
          leaves.add(new Leaf(Kind.INTEGER, unit, offset + at));
        }
      }
      default -> {
        TypeLayouts.Fields fields = layouts.fields(type);
        for (int i = 0; i < fields.offsets().length; i++) {
          add(fields.types().get(i), offset + (int) fields.offsets()[i], layouts, leaves);
        }
      }
    }
  }

  /** The leaf as a piece of its value. */
  Piece piece() {
    return new Piece(kind, bytes, offset, Extension.NONE);
  }

  /**
   * The pieces of eight bytes each that an aggregate of up to 16 bytes travels in where only its
   * size counts; a piece that is a pointer and nothing else is one.
   */
  static List<Piece> words(PinkType type, TypeLayouts layouts) {
    int size = (int) layouts.size(type);
    List<Leaf> leaves = of(type, layouts);
    List<Piece> pieces = new ArrayList<>(2);
    for (int at = 0; at < size; at += Long.BYTES) {
      int bytes = Math.min(Long.BYTES, size - at);
      boolean isPointer = leaves.contains(new Leaf(Kind.POINTER, Long.BYTES, at));
      pieces.add(new Piece(isPointer ? Kind.POINTER : Kind.INTEGER, bytes, at, Extension.NONE));
    }
    return pieces;
  }

  /**
   * The piece of a value that is one scalar.
   *
   * @param extension for integers and Booleans that do not fill 32 bits
   */
  static Piece scalar(PinkType type, TypeLayouts layouts, Extension extension) {
    int bytes = (int) layouts.size(type);
    if (!(type instanceof Scalar scalar)) {
      return new Piece(Kind.POINTER, bytes, 0, Extension.NONE);
    }
    return switch (scalar.kind()) {
      case FLOAT -> new Piece(Kind.FLOAT, bytes, 0, Extension.NONE);
      case BOOLEAN -> new Piece(Kind.BOOLEAN, bytes, 0, extension);
      default -> new Piece(Kind.INTEGER, bytes, 0, bytes < 4 ? extension : Extension.NONE);
    };
  }

  /** Whether values of a type are one scalar by themselves. */
  static boolean isScalar(PinkType type) {
    return type instanceof Scalar
        || type instanceof PinkType.Pointer
        || type instanceof PinkType.Function;
  }

  /** How a narrow integer or Boolean is widened to what it means. */
  static Extension byValue(PinkType type) {
    return type instanceof Scalar scalar && scalar.isSigned() ? Extension.SIGN : Extension.ZERO;
  }
}
