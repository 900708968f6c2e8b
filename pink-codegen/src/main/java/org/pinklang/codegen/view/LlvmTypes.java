package org.pinklang.codegen.view;

import org.pinklang.codegen.target.Passing.InArray;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** The names of the types that code generation gives Pink's. */
final class LlvmTypes {
  private static final int LARGEST_UNIT = 8;

  private LlvmTypes() {}

  /** A type of the size and alignment of any value in memory. */
  static String storage(PinkType type, TypeLayouts layouts) {
    return switch (type) {
      case Scalar scalar when scalar != Scalar.NIL -> memory(scalar);
      case PinkType.Pointer pointer -> "ptr";
      case PinkType.Function function -> "ptr";
      default -> {
        Layout layout = layouts.layout(type);
        int unit = Math.min(layout.alignment(), LARGEST_UNIT);
        yield "[" + layout.size() / unit + " x i" + unit * 8 + "]";
      }
    };
  }

  private static String memory(Scalar scalar) {
    return scalar.isFloat() ? floating(scalar.bits()) : "i" + scalar.bits();
  }

  /** The register a piece of a value travels in. */
  static String register(Piece piece) {
    return switch (piece.kind()) {
      case BOOLEAN -> "i1";
      case POINTER -> "ptr";
      case FLOAT -> floating(piece.bytes() * 8);
      case INTEGER -> "i" + (isOdd(piece) ? 64 : piece.bytes() * 8);
    };
  }

  /** The argument that an aggregate travels in as an array. */
  static String array(InArray array) {
    int bits = array.elementBytes() * 8;
    String element = array.kind() == Piece.Kind.FLOAT ? floating(bits) : "i" + bits;
    return "[" + array.count() + " x " + element + "]";
  }

  /** Whether a piece holds a number of bytes that no register can be loaded with. */
  private static boolean isOdd(Piece piece) {
    return Integer.bitCount(piece.bytes()) != 1;
  }

  private static String floating(int bits) {
    return bits == 32 ? "float" : "double";
  }
}
