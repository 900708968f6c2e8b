package org.pinklang.frontend.diagnostic;

/**
 * A stable kind of diagnostic. Implemented by one enum per area; an id, once released, never
 * changes its meaning and is never used again.
 */
public interface DiagnosticCode {

  /** All that is said of the code. */
  CodeEntry entry();

  /** The stable id, {@code PK} and four digits. */
  default String id() {
    return entry().id();
  }

  /** The severity of every diagnostic of this code. */
  default Severity severity() {
    return entry().severity();
  }

  /** The message, with {@code {0}}, {@code {1}} … where the arguments go. */
  default String template() {
    return entry().template();
  }

  /** One sentence that says when the code is reported and what to do. */
  default String explanation() {
    return entry().explanation();
  }

  /**
   * A smallest text that is reported with this code. Several files are separated by lines {@code
   * //// name.pink}; without such a line the text is one program unit or module.
   */
  default String example() {
    return entry().example();
  }
}
