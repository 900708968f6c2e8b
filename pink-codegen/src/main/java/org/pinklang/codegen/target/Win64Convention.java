package org.pinklang.codegen.target;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.target.Passing.Extension;
import org.pinklang.codegen.target.Passing.InPieces;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Passing.Piece.Kind;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/**
 * Microsoft's convention of x86-64. Aggregates of 1, 2, 4 and 8 bytes travel like integers, all
 * others by reference.
 */
final class Win64Convention implements CallingConvention {

  @Override
  public Signature classify(
      List<PinkType> arguments, int fixed, PinkType result, TypeLayouts layouts) {
    List<Passing> parameters = new ArrayList<>(arguments.size());
    arguments.forEach(argument -> parameters.add(classify(argument, layouts)));
    return new Signature(classify(result, layouts), parameters);
  }

  private static Passing classify(PinkType type, TypeLayouts layouts) {
    long size = layouts.size(type);
    if (size == 0) {
      return Passing.Ignored.IGNORED;
    }
    if (Leaf.isScalar(type)) {
      Extension extension = type == Scalar.BOOLEAN ? Extension.ZERO : Extension.NONE;
      return new InPieces(List.of(Leaf.scalar(type, layouts, extension)));
    }
    if (size > Long.BYTES || Long.bitCount(size) != 1) {
      return Passing.ByReference.BY_REFERENCE;
    }
    List<Leaf> leaves = Leaf.of(type, layouts);
    boolean isPointer = leaves.getFirst().kind() == Kind.POINTER;
    return new InPieces(
        List.of(new Piece(isPointer ? Kind.POINTER : Kind.INTEGER, (int) size, 0, Extension.NONE)));
  }
}
