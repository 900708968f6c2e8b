package org.pinklang.frontend.type;

/**
 * What the layout of types needs to know of a target.
 *
 * @param pointerBytes size and alignment of a pointer: 8, or 4 on wasm32
 */
public record DataModel(int pointerBytes) {

  /** Targets with pointers of 64 bits. */
  public static final DataModel BITS_64 = new DataModel(8);

  /** Targets with pointers of 32 bits. */
  public static final DataModel BITS_32 = new DataModel(4);
}
