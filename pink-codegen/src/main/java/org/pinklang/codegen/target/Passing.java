package org.pinklang.codegen.target;

import java.util.List;

/** How one parameter or result travels. */
public sealed interface Passing {

  /** Not at all: it has no storage. */
  enum Ignored implements Passing {
    /** The only one. */
    IGNORED
  }

  /** In registers or stack slots, cut into scalars. */
  record InPieces(List<Piece> pieces) implements Passing {

    /** Copies the list. */
    public InPieces {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A parameter as one array of scalars, which is not divided between registers and memory.
   *
   * @param kind of the scalars
   * @param elementBytes the size of each
   * @param count how many there are; together they may be larger than the value
   */
  record InArray(Piece.Kind kind, int elementBytes, int count) implements Passing {

    /** The size of the array. */
    public int bytes() {
      return elementBytes * count;
    }
  }

  /**
   * A parameter copied to the memory of the call's stack arguments.
   *
   * @param alignment of the copy, in bytes
   */
  record CopiedOnStack(int alignment) implements Passing {}

  /** A parameter as the address of a copy, or a result as the address of where to put it. */
  enum ByReference implements Passing {
    /** The only one. */
    BY_REFERENCE
  }

  /**
   * A scalar that holds some bytes of a value.
   *
   * @param kind what kind of register it wants
   * @param bytes how many bytes of the value it holds; for integers not always a power of two
   * @param offset of the first of them in the value
   * @param extension what fills the rest of its register
   */
  record Piece(Kind kind, int bytes, int offset, Extension extension) {

    /** Kinds of scalars. */
    public enum Kind {
      /** An integer. */
      INTEGER,
      /** A pointer. */
      POINTER,
      /** A {@code Boolean} that is not part of an aggregate. */
      BOOLEAN,
      /** A float of 4 or 8 bytes, or two of 4. */
      FLOAT
    }
  }

  /** What a caller fills the rest of a register with. */
  enum Extension {
    /** Anything. */
    NONE,
    /** Zeros. */
    ZERO,
    /** The sign. */
    SIGN
  }
}
