package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * What checking one unit gave.
 *
 * @param unit the checked unit; null where there is an error
 * @param diagnostics sorted, those of parsing not included
 */
public record CheckResult(@Nullable CheckedUnit unit, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
