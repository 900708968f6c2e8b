package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.ConstantCode;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.source.Span;

/**
 * The finding that declarations need each other in a circle. It is reported in each unit that has a
 * part in it, beginning with the first of the unit's own, so that it does not matter where the
 * circle was entered.
 */
final class CycleReport {
  private static final int MOST_EDGES = 20;

  private final FactReader facts;
  private final List<Declared> members;
  private final boolean ofTypes;

  /**
   * A circle.
   *
   * @param members each needs the next, the last the first
   * @param ofTypes whether each holds the next by value
   */
  CycleReport(FactReader facts, List<Declared> members, boolean ofTypes) {
    this.facts = facts;
    this.members = new ArrayList<>(members);
    this.ofTypes = ofTypes;
  }

  void report() {
    Declared first =
        members.stream()
            .filter(facts::isOwn)
            .min(Comparator.comparing(Declared::nameSpan))
            .orElse(null);
    if (first == null) {
      return;
    }
    Collections.rotate(members, -members.indexOf(first));
    Diagnostic.Builder error =
        Diagnostic.of(
            code(), first.unit().logicalName(), first.nameSpan(), first.symbol().display());
    for (int i = 0; i < Math.min(members.size(), MOST_EDGES); i++) {
      addEdge(error, members.get(i), members.get((i + 1) % members.size()));
    }
    if (members.size() > MOST_EDGES) {
      error.note("and so on, through " + members.size() + " declarations");
    }
    facts.report(error.build());
  }

  private DiagnosticCode code() {
    if (ofTypes) {
      return ConstantCode.LAYOUT_CYCLE;
    }
    boolean constant = members.stream().allMatch(member -> member.isConstant() || member.isType());
    return constant ? ConstantCode.CONSTANT_CYCLE : NameCode.TYPE_NOT_INFERABLE;
  }

  private void addEdge(Diagnostic.Builder error, Declared from, Declared to) {
    Span at = use(from, to);
    error.secondary(
        from.unit().logicalName(),
        at == null ? from.nameSpan() : at,
        "`"
            + from.symbol().display()
            + (ofTypes ? "` holds `" : "` needs `")
            + to.symbol().display()
            + "`");
  }

  /** Where a declaration first names another. */
  private @Nullable Span use(Declared from, Declared to) {
    List<Span> found = new ArrayList<>();
    UnitDeclarations scope = facts.scope(from.unit());
    FreeNames.ofInterface(
        facts.computer().tree(from),
        (qualifier, name, use) -> {
          if (found.isEmpty()
              && !(ofTypes && use == FreeNames.Use.POINTED_TYPE)
              && name.text().equals(to.name())
              && scope.lookUp(qualifier, name) instanceof Lookup.Found other
              && other.declared().symbol().equals(to.symbol())) {
            found.add(name.span());
          }
        });
    return found.isEmpty() ? null : found.get(0);
  }
}
