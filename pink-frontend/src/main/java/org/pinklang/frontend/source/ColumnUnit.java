package org.pinklang.frontend.source;

/** What one column is. */
public enum ColumnUnit {
  /** One byte of the UTF-8 text. */
  UTF8,
  /** One UTF-16 code unit, as editors that speak the Language Server Protocol count. */
  UTF16,
  /** One Unicode scalar value: what diagnostics and panics print. */
  CODE_POINT
}
