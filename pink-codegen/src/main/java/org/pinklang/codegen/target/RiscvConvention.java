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
 * The convention LP64D of 64-bit RISC-V. An aggregate that is a float, two floats, or a float and
 * an integer travels in a register for each, as long as there are such; other aggregates of up to
 * 16 bytes travel like one or two integers, larger ones by reference.
 */
final class RiscvConvention implements CallingConvention {
  private static final int ARGUMENT_REGISTERS = 8;
  private static final int RESULT_REGISTERS = 2;

  @Override
  public Signature classify(
      List<PinkType> arguments, int fixed, PinkType result, TypeLayouts layouts) {
    Passing resultPassing = new Registers(layouts, RESULT_REGISTERS).assign(result, true);
    Registers left = new Registers(layouts, ARGUMENT_REGISTERS);
    if (resultPassing instanceof Passing.ByReference) {
      left.general--;
    }
    List<Passing> parameters = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      parameters.add(left.assign(arguments.get(i), i < fixed));
    }
    return new Signature(resultPassing, parameters);
  }

  private static final class Registers {
    private final TypeLayouts layouts;
    private int general;
    private int vector;

    private Registers(TypeLayouts layouts, int count) {
      this.layouts = layouts;
      this.general = count;
      this.vector = count;
    }

    /**
     * Takes the registers of a value.
     *
     * @param hasParameter whether floats may use registers of their own
     */
    private Passing assign(PinkType type, boolean hasParameter) {
      long size = layouts.size(type);
      if (size == 0) {
        return Passing.Ignored.IGNORED;
      }
      if (Leaf.isScalar(type)) {
        return scalar(type, hasParameter);
      }
      if (size > 16) {
        general--;
        return Passing.ByReference.BY_REFERENCE;
      }
      List<Leaf> leaves = Leaf.of(type, layouts);
      if (hasParameter && travelsAsFloats(leaves)) {
        return new InPieces(leaves.stream().map(Leaf::piece).toList());
      }
      List<Piece> words = Leaf.words(type, layouts);
      general -= words.size();
      return new InPieces(words);
    }

    private Passing scalar(PinkType type, boolean hasParameter) {
      Piece piece = Leaf.scalar(type, layouts, Leaf.byValue(type));
      if (piece.kind() == Kind.FLOAT && hasParameter && vector > 0) {
        vector--;
        return new InPieces(List.of(piece));
      }
      general--;
      boolean isWord = type instanceof Scalar scalar && scalar.isInteger() && scalar.bits() == 32;
      return new InPieces(
          List.of(
              // Words are widened by their sign, whether they have one or not.
              isWord ? new Piece(Kind.INTEGER, piece.bytes(), 0, Extension.SIGN) : piece));
    }

    /** Takes the registers of an aggregate that has floats, unless there are too few. */
    private boolean travelsAsFloats(List<Leaf> leaves) {
      int floats = (int) leaves.stream().filter(leaf -> leaf.kind() == Kind.FLOAT).count();
      int others = leaves.size() - floats;
      boolean fits = floats <= vector && (others == 0 || others <= general);
      if (floats == 0 || leaves.size() > 2 || !fits) {
        return false;
      }
      vector -= floats;
      general -= others;
      return true;
    }
  }
}
