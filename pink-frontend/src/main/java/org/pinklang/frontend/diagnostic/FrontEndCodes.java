package org.pinklang.frontend.diagnostic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All codes of the front end. Every enum of them is entered here. */
public final class FrontEndCodes {
  private static final List<DiagnosticCode> ALL =
      Stream.<DiagnosticCode[]>of(
              SyntaxCode.values(),
              ImportCode.values(),
              ManifestCode.values(),
              ModuleCode.values(),
              NameCode.values(),
              TypeCode.values(),
              FlowCode.values(),
              ConstantCode.values())
          .flatMap(Arrays::stream)
          .sorted(Comparator.comparing(DiagnosticCode::id))
          .toList();

  private FrontEndCodes() {}

  /** Every code, in the order of the ids. */
  public static List<DiagnosticCode> all() {
    return ALL;
  }
}
