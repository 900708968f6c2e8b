package org.pinklang.api;

import java.util.Set;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.ObjectSymbols;

/** The machine code of one unit. Immutable. */
public final class ObjectFile {
  private final String name;
  private final Target target;
  private final byte[] bytes;

  ObjectFile(String name, Target target, byte[] bytes) {
    this.name = name;
    this.target = target;
    this.bytes = bytes;
  }

  /**
   * The unit's name: {@code m}, {@code m:p}, {@code m+x} for an implementation unit, and for a
   * program unit its logical name without {@code .pink}.
   */
  public String name() {
    return name;
  }

  /** What a file of it is called: {@code a.b.o}, {@code a.b-p.o}. */
  public String fileName() {
    return UnitFiles.fileName(name, ".o");
  }

  /** What the code is for. */
  public Target target() {
    return target;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Linkage names of the symbols it defines for others, in order. */
  public Set<String> definedSymbols() {
    return symbols().defined();
  }

  /** Linkage names of the symbols it needs from others, in order. */
  public Set<String> undefinedSymbols() {
    return symbols().undefined();
  }

  private ObjectSymbols symbols() {
    try {
      return ObjectSymbols.of(bytes);
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("the compiler made a damaged object of " + name, e);
    }
  }

  byte[] sharedBytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return fileName();
  }
}
