package org.pinklang.frontend.query;

import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.ResolutionObserver.LocalKind;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.PinkType;

/** What is known of a local. */
record LocalFacts(Referent.Local local, LocalKind kind, PinkType type) {

  Span name() {
    return new Span(local.offset(), local.offset() + local.name().length());
  }

  String detail() {
    String mark = kind == LocalKind.CONSTANT ? "const " : "";
    return type == PinkType.Erroneous.ERRONEOUS
        ? mark + local.name()
        : mark + local.name() + ": " + type.display();
  }
}
