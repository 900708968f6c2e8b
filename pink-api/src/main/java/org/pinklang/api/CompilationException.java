package org.pinklang.api;

import java.util.List;
import java.util.stream.Collectors;

/** Something was asked of a compilation that only a program without errors has. */
public final class CompilationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  CompilationException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n", "the program has errors:\n", "")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** All that was found, warnings too. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
