package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;

/** Makes manifests from texts. */
final class UnitOutliner {
  private final Meter meter;
  private final Runnable checkpoint;

  UnitOutliner(Meter meter, Runnable checkpoint) {
    this.meter = meter;
    this.checkpoint = checkpoint;
  }

  /**
   * Parses and outlines a text.
   *
   * @param bodies whether the tree is to have the bodies of functions
   */
  OutlinedUnit outline(ScannedUnit unit, boolean bodies) {
    String name = unit.logicalName();
    ParseResult parsed =
        meter.measure(
            Phase.PARSE,
            name,
            () ->
                bodies
                    ? Parser.parse(unit.text(), checkpoint)
                    : Parser.parseDeepOutline(unit.text(), checkpoint));
    OutlineResult outlined =
        meter.measure(
            Phase.OUTLINE, name, () -> Outliner.outline(unit.text(), parsed.tree(), checkpoint));
    if (unit.isCounted()) {
      meter.count(Phase.OUTLINE);
      if (bodies) {
        meter.count(Phase.PARSE);
      }
    }
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    diagnostics.addAll(outlined.diagnostics());
    return new OutlinedUnit(unit, parsed.tree(), outlined, List.copyOf(diagnostics));
  }
}
