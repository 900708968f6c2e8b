package org.pinklang.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.FrontEndCodes;
import org.pinklang.modules.build.BuildCode;

/** Every kind of diagnostic there is. */
public final class DiagnosticCatalogue {

  private DiagnosticCatalogue() {}

  /** All codes, ordered by id. */
  public static List<DiagnosticCode> all() {
    return Stream.of(
            FrontEndCodes.all(),
            List.<DiagnosticCode>of(BuildCode.values()),
            List.<DiagnosticCode>of(LinkCode.values()))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(DiagnosticCode::id))
        .toList();
  }

  /** The code of an id such as {@code PK0101}. */
  public static Optional<DiagnosticCode> find(String id) {
    Arguments.present(id, "id");
    return all().stream().filter(code -> code.id().equals(id)).findFirst();
  }
}
