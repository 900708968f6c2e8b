package org.pinklang.api;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pinklang.frontend.diagnostic.ConstantCode;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.modules.build.BuildCode;

/** Every kind of diagnostic there is. */
public final class DiagnosticCatalogue {

  private DiagnosticCatalogue() {}

  /** All codes, ordered by id. */
  public static List<DiagnosticCode> all() {
    return Stream.<DiagnosticCode[]>of(
            SyntaxCode.values(),
            ModuleCode.values(),
            NameCode.values(),
            TypeCode.values(),
            FlowCode.values(),
            ConstantCode.values(),
            BuildCode.values(),
            LinkCode.values())
        .flatMap(Arrays::stream)
        .sorted(Comparator.comparing(DiagnosticCode::id))
        .toList();
  }

  /** The code of an id such as {@code PK0101}. */
  public static Optional<DiagnosticCode> find(String id) {
    Arguments.present(id, "id");
    return all().stream().filter(code -> code.id().equals(id)).findFirst();
  }
}
