package org.pinklang.frontend.diagnostic;

/**
 * A stable kind of diagnostic. Implemented by one enum per area; an id, once released, never
 * changes its meaning and is never used again.
 */
public interface DiagnosticCode {

  /** The stable id, {@code PK} and four digits. */
  String id();

  /** The severity of every diagnostic of this code. */
  Severity severity();

  /** The message, with {@code {0}}, {@code {1}} … where the arguments go. */
  String template();

  /** One sentence that says when the code is reported and what to do. */
  String explanation();

  /**
   * A smallest text that is reported with this code. Several files are separated by lines {@code
   * //// name.pink}; without such a line the text is one program unit or module.
   */
  String example();
}
