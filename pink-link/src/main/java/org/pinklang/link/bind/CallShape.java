package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.target.Passing;
import org.pinklang.codegen.target.Passing.Piece;
import org.pinklang.codegen.target.Signature;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.link.load.RegisterBlock;

/**
 * Which bytes of the values of a call travel in which registers and words of the stack. Immutable.
 *
 * @param parameters in order
 * @param result in the result registers; all of it behind a pointer where {@code resultByReference}
 * @param resultByReference whether the first general register says where the result goes
 * @param stackWords how many words of the stack are used
 */
record CallShape(List<Value> parameters, Value result, boolean resultByReference, int stackWords) {

  /** Where a piece of a value travels. */
  enum Place {
    GENERAL,
    VECTOR,
    STACK
  }

  /**
   * One piece of a value.
   *
   * @param index of the register or word
   * @param offset in the value
   * @param bytes from 1 to 8
   * @param signed whether the sign fills the rest of the register
   */
  record Move(Place place, int index, int offset, int bytes, boolean signed) {}

  /** One value: its size and its pieces. */
  record Value(int bytes, List<Move> moves) {}

  /** The shape of calls of functions of a type. */
  static CallShape of(PinkType.Function type, PinkTypes types) {
    TypeLayouts layouts = types.layouts();
    Signature signature =
        types
            .convention()
            .classify(type.parameters(), type.parameters().size(), type.result(), layouts);
    Assignment assignment = new Assignment();
    if (signature.resultByReference()) {
      assignment.general++;
    }
    List<Value> parameters = new ArrayList<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      int bytes = (int) layouts.size(type.parameters().get(i));
      parameters.add(new Value(bytes, assignment.moves(signature.parameters().get(i), bytes)));
    }
    int resultBytes = (int) layouts.size(type.result());
    List<Move> result =
        signature.resultByReference()
            ? List.of()
            : new Assignment().moves(signature.result(), resultBytes);
    return new CallShape(
        List.copyOf(parameters),
        new Value(resultBytes, result),
        signature.resultByReference(),
        assignment.stack);
  }

  /** Hands out registers in the order of the parameters. */
  private static final class Assignment {
    private int general;
    private int vector;
    private int stack;

    private List<Move> moves(Passing passing, int bytes) {
      List<Move> moves = new ArrayList<>();
      switch (passing) {
        case Passing.InPieces inPieces ->
            inPieces.pieces().forEach(piece -> moves.add(move(piece)));
        case Passing.CopiedOnStack copied -> {
          for (int offset = 0; offset < bytes; offset += Long.BYTES) {
            int part = Math.min(Long.BYTES, bytes - offset);
            moves.add(new Move(Place.STACK, stack++, offset, part, false));
          }
        }
        case Passing.Ignored ignored -> {}
        case Passing.ByReference reference -> throw unknown();
        case Passing.InArray inArray -> throw unknown();
      }
      return List.copyOf(moves);
    }

    /** Programs are loaded on x86-64 only, whose convention does without. */
    private static IllegalStateException unknown() {
      return new IllegalStateException("this machine's calling convention has no such parameters");
    }

    private Move move(Piece piece) {
      boolean signed = piece.extension() == Passing.Extension.SIGN;
      boolean isFloat = piece.kind() == Piece.Kind.FLOAT;
      Place place = isFloat ? Place.VECTOR : Place.GENERAL;
      int index = isFloat ? vector : general;
      if (index == (isFloat ? RegisterBlock.VECTOR : RegisterBlock.GENERAL)) {
        return new Move(Place.STACK, stack++, piece.offset(), piece.bytes(), signed);
      }
      vector += isFloat ? 1 : 0;
      general += isFloat ? 0 : 1;
      return new Move(place, index, piece.offset(), piece.bytes(), signed);
    }
  }

  /** Puts an argument from memory into the registers of a call. */
  void load(int parameter, ByteBuffer memory, int at, RegisterBlock registers) {
    for (Move move : parameters.get(parameter).moves()) {
      long word = word(memory, at, move);
      switch (move.place()) {
        case GENERAL -> registers.setGeneral(move.index(), word);
        case VECTOR -> registers.setVector(move.index(), word);
        case STACK -> registers.setStack(move.index(), word);
      }
    }
  }

  /** Puts an argument of a callback from its registers into memory. */
  void store(int parameter, RegisterBlock registers, ByteBuffer memory, int at) {
    for (Move move : parameters.get(parameter).moves()) {
      long word =
          switch (move.place()) {
            case GENERAL -> registers.general(move.index());
            case VECTOR -> registers.vector(move.index());
            case STACK -> registers.stack(move.index());
          };
      putWord(memory, at, move, word);
    }
  }

  /** Puts the result of a call from its registers into memory. */
  void storeResult(RegisterBlock registers, ByteBuffer memory, int at) {
    for (Move move : result.moves()) {
      boolean isFloat = move.place() == Place.VECTOR;
      long word = isFloat ? registers.vectorResult(move.index()) : registers.result(move.index());
      putWord(memory, at, move, word);
    }
  }

  /** Puts the result of a callback from memory into its registers. */
  void loadResult(ByteBuffer memory, int at, RegisterBlock registers) {
    for (Move move : result.moves()) {
      long word = word(memory, at, move);
      if (move.place() == Place.VECTOR) {
        registers.setVectorResult(move.index(), word);
      } else {
        registers.setResult(move.index(), word);
      }
    }
  }

  private static long word(ByteBuffer memory, int at, Move move) {
    long word = 0;
    for (int i = 0; i < move.bytes(); i++) {
      word |= Byte.toUnsignedLong(memory.get(at + move.offset() + i)) << (i * Byte.SIZE);
    }
    int unused = Long.SIZE - move.bytes() * Byte.SIZE;
    return move.signed() ? word << unused >> unused : word;
  }

  private static void putWord(ByteBuffer memory, int at, Move move, long word) {
    for (int i = 0; i < move.bytes(); i++) {
      memory.put(at + move.offset() + i, (byte) (word >>> (i * Byte.SIZE)));
    }
  }
}
