package org.pinklang.link.object;

import java.util.List;
import java.util.Optional;

/**
 * What of an object file becomes memory when it is loaded: its parts, where its symbols lie in
 * them, and what is to be written where once their addresses are known. All numbers have been
 * checked against the file, of which nothing is kept. Immutable.
 *
 * @param parts the sections that take memory
 * @param definitions the symbols that others see
 * @param names the symbols that the object needs, and those of its own that are referred to by name
 * @param relocations in the order of the file
 */
public record LoadableObject(
    List<Part> parts,
    List<Definition> definitions,
    List<String> names,
    List<Relocation> relocations) {

  /** Copies the lists. */
  public LoadableObject {
    parts = List.copyOf(parts);
    definitions = List.copyOf(definitions);
    names = List.copyOf(names);
    relocations = List.copyOf(relocations);
  }

  /** What may be done with a part's memory, and what it is for. */
  public enum Kind {
    /** Instructions. */
    CODE,
    /** Data that nobody changes. */
    CONSTANTS,
    /** The tables by which exceptions of other languages get through frames. */
    UNWINDING,
    /** Data that the program changes. */
    VARIABLES
  }

  /**
   * A section.
   *
   * @param start where its bytes are in the file; negative where all are zero and the file has none
   * @param alignment a power of two, at most a page
   */
  public record Part(Kind kind, int start, int bytes, int alignment) {}

  /** A symbol and its place, which lies in the part or at its end. */
  public record Definition(String symbol, int part, int offset) {}

  /** How an address is written. */
  public enum Form {
    /** In eight bytes. */
    ABSOLUTE(8),
    /** Counted from where it is written, in four bytes. */
    RELATIVE(4),
    /** The same, in eight bytes. */
    WIDE_RELATIVE(8),
    /** As {@link #RELATIVE}, by a call or jump, which may take a detour. */
    CALL(4),
    /** As {@link #RELATIVE}, the address of eight bytes that hold the address. */
    INDIRECT(4),
    /** The same, by an instruction that loads these bytes and could compute the address as well. */
    LOAD(4);

    private final int bytes;

    Form(int bytes) {
      this.bytes = bytes;
    }

    /** How many bytes are written. */
    public int bytes() {
      return bytes;
    }
  }

  /**
   * An address to be written.
   *
   * @param part where to
   * @param offset where to in the part, which has room for it there
   * @param target the number of a part of this object, or {@code ~i} for name {@code i}
   * @param addend what to add to where that begins
   */
  public record Relocation(Form form, int part, int offset, int target, long addend) {}

  /**
   * Reads an object.
   *
   * @return empty where it has anything that is not known here; it may be loadable all the same
   * @throws MalformedObjectException if it is damaged
   */
  public static Optional<LoadableObject> of(byte[] bytes) throws MalformedObjectException {
    return new LoadableObjectReader(bytes).read();
  }
}
