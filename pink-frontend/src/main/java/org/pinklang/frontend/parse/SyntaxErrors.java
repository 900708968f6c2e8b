package org.pinklang.frontend.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/** The errors found so far in one text. For one thread. */
final class SyntaxErrors {
  private final SourceText text;
  private final List<Diagnostic> found = new ArrayList<>();

  SyntaxErrors(SourceText text) {
    this.text = text;
  }

  Diagnostic.Builder at(DiagnosticCode code, int start, int end, String... arguments) {
    return Diagnostic.of(code, text.logicalName(), new Span(start, end), arguments);
  }

  void add(Diagnostic.Builder error) {
    found.add(error.build());
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them in the order of their places. */
  List<Diagnostic> sorted() {
    Collections.sort(found);
    return List.copyOf(found);
  }
}
