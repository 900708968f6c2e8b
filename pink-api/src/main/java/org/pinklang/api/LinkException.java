package org.pinklang.api;

import java.util.List;
import java.util.stream.Collectors;

/** Objects do not go together: something the user can mend. */
public final class LinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  LinkException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::message).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Each reason, at least one, in a fixed order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
