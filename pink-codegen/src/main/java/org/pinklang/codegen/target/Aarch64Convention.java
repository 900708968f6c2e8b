package org.pinklang.codegen.target;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.target.Passing.Extension;
import org.pinklang.codegen.target.Passing.InArray;
import org.pinklang.codegen.target.Passing.InPieces;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Passing.Piece.Kind;
import org.pinklang.frontend.type.PinkType;

/**
 * The procedure call standard of 64-bit ARM. Up to four floats of one size travel in vector
 * registers, other aggregates of up to 16 bytes in general ones, larger ones by reference. No
 * aggregate is divided between registers and the stack, and once one of a kind did not fit, none of
 * that kind follows in registers.
 */
final class Aarch64Convention implements CallingConvention {
  private static final int REGISTERS = 8;
  private static final int MAX_FLOATS = 4;
  private static final int MAX_FLOAT_BYTES = MAX_FLOATS * Double.BYTES;

  private final Variant variant;

  /** Who has narrow integers widened. */
  enum Variant {
    /** Whoever uses them. */
    STANDARD,
    /** Whoever passes them: Apple's platforms. */
    APPLE
  }

  Aarch64Convention(Variant variant) {
    this.variant = variant;
  }

  @Override
  public Signature classify(
      List<PinkType> arguments, int fixed, PinkType result, TypeLayouts layouts) {
    Registers left = new Registers(layouts);
    List<Passing> parameters = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      if (i == fixed && variant == Variant.APPLE) {
        // What has no parameter is on the stack there.
        left.general = 0;
        left.vector = 0;
      }
      parameters.add(left.assign(arguments.get(i)));
    }
    return new Signature(new Registers(layouts).assign(result), parameters);
  }

  private final class Registers {
    private final TypeLayouts layouts;
    private int general = REGISTERS;
    private int vector = REGISTERS;

    private Registers(TypeLayouts layouts) {
      this.layouts = layouts;
    }

    private Passing assign(PinkType type) {
      long size = layouts.size(type);
      if (size == 0) {
        return Passing.Ignored.IGNORED;
      }
      if (Leaf.isScalar(type)) {
        Extension extension = variant == Variant.APPLE ? Leaf.byValue(type) : Extension.NONE;
        return scalar(Leaf.scalar(type, layouts, extension));
      }
      List<Piece> floats = floats(type, size);
      if (!floats.isEmpty()) {
        return inVectorRegisters(floats);
      }
      if (size > 16) {
        general--;
        return Passing.ByReference.BY_REFERENCE;
      }
      return inGeneralRegisters(Leaf.words(type, layouts));
    }

    private Passing scalar(Piece piece) {
      if (piece.kind() == Kind.FLOAT) {
        vector--;
      } else {
        general--;
      }
      return new InPieces(List.of(piece));
    }

    /** The floats that an aggregate consists of and nothing else; empty if it is another one. */
    private List<Piece> floats(PinkType type, long size) {
      if (size > MAX_FLOAT_BYTES) {
        return List.of();
      }
      List<Leaf> leaves = Leaf.of(type, layouts);
      int bytes = leaves.getFirst().bytes();
      boolean alike =
          leaves.size() <= MAX_FLOATS
              && (long) leaves.size() * bytes == size
              && leaves.stream()
                  .allMatch(leaf -> leaf.kind() == Kind.FLOAT && leaf.bytes() == bytes);
      return alike ? leaves.stream().map(Leaf::piece).toList() : List.of();
    }

    private Passing inVectorRegisters(List<Piece> floats) {
      boolean fits = floats.size() <= vector;
      vector = fits ? vector - floats.size() : 0;
      return fits
          ? new InPieces(floats)
          : new InArray(Kind.FLOAT, floats.getFirst().bytes(), floats.size());
    }

    /** On the stack an aggregate takes whole words everywhere, unlike scalars on Apple's. */
    private Passing inGeneralRegisters(List<Piece> words) {
      boolean fits = words.size() <= general;
      general = fits ? general - words.size() : 0;
      return fits ? new InPieces(words) : new InArray(Kind.INTEGER, Long.BYTES, words.size());
    }
  }
}
