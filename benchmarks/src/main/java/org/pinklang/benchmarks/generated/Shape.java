package org.pinklang.benchmarks.generated;

/** How the modules of a generated program hang together. */
public enum Shape {
  /** Each module imports five of lower layers, three of them of the next one. */
  LAYERS("layers"),
  /** Each module imports the one before it. */
  CHAIN("one chain"),
  /** All modules import the first one. */
  FAN("one fan"),
  /** Ten modules each in a circle, which import the circle before. */
  CYCLES("circles of ten"),
  /** Nothing but one module, with all functions. */
  ONE_MODULE("one module"),
  /** As the layers, with large structs by value and constant arrays from module to module. */
  STRUCTS("structs and constants");

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  /** The shape for a reader. */
  public String words() {
    return words;
  }
}
