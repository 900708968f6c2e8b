package org.pinklang.frontend.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * What checking one unit gave.
 *
 * @param unit the checked unit; null where there is an error
 * @param diagnostics sorted, those of parsing not included
 * @param offers edits that write the inferred types of private declarations, for units of the
 *     module that cannot use these without
 * @param reads everything that was asked about other units, each with a place of the unit's text
 *     that asked, for people to look at; empty where there is an error
 */
public record CheckResult(
    @Nullable CheckedUnit unit,
    List<Diagnostic> diagnostics,
    List<SuggestedEdit> offers,
    Map<UnitRead, Span> reads) {

  /** Copies the lists. The map is large and not copied: nobody may change it afterwards. */
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
    offers = List.copyOf(offers);
    reads = Collections.unmodifiableMap(reads);
  }
}
