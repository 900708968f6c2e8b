package org.pinklang.api;

/** When a manifest from a file is believed to say what its source says. */
public enum Validity {
  /** Always; the source is not looked at. */
  IGNORE(org.pinklang.modules.resolve.Validity.IGNORE),
  /**
   * When the source, where it can be found in its place on the source path, is the text the
   * manifest was made from.
   */
  CONTENT(org.pinklang.modules.resolve.Validity.CONTENT),
  /** When the source is in its place on the source path and is that text. */
  STRICT(org.pinklang.modules.resolve.Validity.STRICT);

  private final org.pinklang.modules.resolve.Validity value;

  Validity(org.pinklang.modules.resolve.Validity value) {
    this.value = value;
  }

  org.pinklang.modules.resolve.Validity value() {
    return value;
  }
}
