package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.SuggestedEdit;

/**
 * Brings two units of a module together: one uses a declaration whose type is not written, the
 * other, where it is checked in the same build, knows the type. Neither check waits for the other.
 */
public final class OfferedTypes {
  private OfferedTypes() {}

  /**
   * The same diagnostics; those about a type that is not written suggest to write it.
   *
   * @param offers the edits that the checks of the build's units offered, in any order
   */
  public static List<Diagnostic> suggest(List<Diagnostic> diagnostics, List<SuggestedEdit> offers) {
    return diagnostics.stream()
        .map(
            diagnostic ->
                diagnostic.code() == ModuleCode.TYPE_NOT_WRITTEN
                    ? suggest(diagnostic, offers)
                    : diagnostic)
        .toList();
  }

  private static Diagnostic suggest(Diagnostic diagnostic, List<SuggestedEdit> offers) {
    List<SuggestedEdit> edits = new ArrayList<>(diagnostic.edits());
    for (SuggestedEdit offer : offers) {
      if (diagnostic.secondary().stream().anyMatch(place -> isAt(place, offer))) {
        edits.add(offer);
      }
    }
    return new Diagnostic(
        diagnostic.code(),
        diagnostic.arguments(),
        diagnostic.primary(),
        diagnostic.secondary(),
        diagnostic.notes(),
        edits);
  }

  private static boolean isAt(Label place, SuggestedEdit offer) {
    int at = offer.span().start();
    return place.file().equals(offer.file())
        && place.span().start() <= at
        && at <= place.span().end();
  }
}
