package org.pinklang.codegen.target;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.target.Passing.CopiedOnStack;
import org.pinklang.codegen.target.Passing.Extension;
import org.pinklang.codegen.target.Passing.InPieces;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Passing.Piece.Kind;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/**
 * The System V convention of x86-64. Aggregates of up to 16 bytes travel in up to two registers,
 * each for the eight bytes it holds: a vector register if these are floats only, else a general
 * one. An aggregate for which not all registers are left, and every larger one, lies in memory.
 */
public final class SystemVConvention implements CallingConvention {
  private static final int GENERAL_REGISTERS = 6;
  private static final int VECTOR_REGISTERS = 8;

  @Override
  public Signature classify(
      List<PinkType> arguments, int fixed, PinkType result, TypeLayouts layouts) {
    Passing resultPassing = classifyValue(result, layouts);
    if (resultPassing instanceof CopiedOnStack) {
      resultPassing = Passing.ByReference.BY_REFERENCE;
    }
    Registers left = new Registers();
    if (resultPassing instanceof Passing.ByReference) {
      left.general--;
    }
    List<Passing> parameters = new ArrayList<>(arguments.size());
    for (PinkType argument : arguments) {
      parameters.add(left.assign(classifyValue(argument, layouts)));
    }
    return new Signature(resultPassing, parameters);
  }

  private static final class Registers {
    private int general = GENERAL_REGISTERS;
    private int vector = VECTOR_REGISTERS;

    private Passing assign(Passing wanted) {
      if (!(wanted instanceof InPieces inPieces)) {
        return wanted;
      }
      int floats = 0;
      for (Piece piece : inPieces.pieces()) {
        floats += piece.kind() == Kind.FLOAT ? 1 : 0;
      }
      int others = inPieces.pieces().size() - floats;
      if (floats <= vector && others <= general) {
        vector -= floats;
        general -= others;
        return wanted;
      }
      return inPieces.pieces().size() == 1 ? wanted : new CopiedOnStack(8);
    }
  }

  private static Passing classifyValue(PinkType type, TypeLayouts layouts) {
    long size = layouts.size(type);
    if (size == 0) {
      return Passing.Ignored.IGNORED;
    }
    if (type instanceof Scalar scalar) {
      return new InPieces(List.of(scalarPiece(scalar)));
    }
    if (size > 16) {
      return new CopiedOnStack(8);
    }
    Eightbytes eightbytes = new Eightbytes(layouts);
    eightbytes.add(type, 0);
    return new InPieces(eightbytes.pieces((int) size));
  }

  private static Piece scalarPiece(Scalar scalar) {
    Kind kind =
        switch (scalar.kind()) {
          case BOOLEAN -> Kind.BOOLEAN;
          case FLOAT -> Kind.FLOAT;
          default -> Kind.INTEGER;
        };
    Extension extension = Extension.NONE;
    if (kind != Kind.FLOAT && scalar.bits() < 32) {
      extension = scalar.isSigned() ? Extension.SIGN : Extension.ZERO;
    }
    return new Piece(kind, scalar.bits() / 8, 0, extension);
  }

  /** What lies in each of the two times eight bytes of a small aggregate. */
  private static final class Eightbytes {
    private final TypeLayouts layouts;
    private final boolean[] holdsOther = new boolean[2];
    private final boolean[] holdsPointer = new boolean[2];
    private final int[] used = new int[2];

    private Eightbytes(TypeLayouts layouts) {
      this.layouts = layouts;
    }

    private void add(PinkType type, int offset) {
      switch (type) {
        case Scalar scalar -> addScalar(offset, scalar.bits() / 8, !scalar.isFloat());
        case PinkType.Pointer pointer -> addPointer(offset);
        case PinkType.Function function -> addPointer(offset);
        case PinkType.Slice slice -> {
          addPointer(offset);
          addScalar(offset + 8, 8, true);
        }
        case PinkType.Array array -> addArray(array, offset);
        case PinkType.Tuple tuple -> addFields(tuple, offset);
        case PinkType.Nominal nominal -> {
          if (nominal.kind() == PinkType.Nominal.Kind.STRUCT) {
            addFields(nominal, offset);
          } else {
            addUnion(nominal, offset);
          }
        }
        case PinkType.Never never -> {}
        case PinkType.Erroneous erroneous -> {}
      }
    }

    private void addScalar(int offset, int bytes, boolean other) {
      if (bytes != 0) {
        int at = offset / 8;
        holdsOther[at] |= other;
        used[at] = Math.max(used[at], offset % 8 + bytes);
      }
    }

    private void addPointer(int offset) {
      int bytes = (int) layouts.size(new PinkType.Pointer(Scalar.NIL, false));
      addScalar(offset, bytes, true);
      holdsPointer[offset / 8] |= bytes == 8;
    }

    private void addArray(PinkType.Array array, int offset) {
      int stride = (int) layouts.size(array.element());
      for (long i = 0; stride != 0 && i < array.length(); i++) {
        add(array.element(), offset + (int) i * stride);
      }
    }

    private void addFields(PinkType type, int offset) {
      TypeLayouts.Fields fields = layouts.fields(type);
      for (int i = 0; i < fields.offsets().length; i++) {
        if (layouts.size(fields.types().get(i)) != 0) {
          add(fields.types().get(i), offset + (int) fields.offsets()[i]);
        }
      }
    }

    /** Which payload a union holds is not known, so its bytes are bytes. */
    private void addUnion(PinkType.Nominal union, int offset) {
      int size = (int) layouts.size(union);
      for (int i = 0; i < size; i++) {
        addScalar(offset + i, 1, true);
      }
    }

    private List<Piece> pieces(int size) {
      List<Piece> pieces = new ArrayList<>(2);
      for (int at = 0; at * 8 < size; at++) {
        if (used[at] != 0) {
          pieces.add(piece(at, size - at * 8));
        }
      }
      return pieces;
    }

    private Piece piece(int at, int bytesLeft) {
      if (holdsPointer[at]) {
        return new Piece(Kind.POINTER, 8, at * 8, Extension.NONE);
      }
      // Padding may be read along, so that most pieces are as large as a register can load.
      int rounded = Integer.highestOneBit(2 * used[at] - 1);
      int bytes = rounded <= bytesLeft ? rounded : used[at];
      return new Piece(holdsOther[at] ? Kind.INTEGER : Kind.FLOAT, bytes, at * 8, Extension.NONE);
    }
  }
}
