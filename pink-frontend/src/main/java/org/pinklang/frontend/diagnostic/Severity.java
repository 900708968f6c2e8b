package org.pinklang.frontend.diagnostic;

/** How serious a diagnostic is. */
public enum Severity {
  /** The unit has no result. */
  ERROR,
  /** The unit has a result that is probably not what was meant. */
  WARNING,
  /** Something worth knowing about how the build went. */
  NOTE
}
