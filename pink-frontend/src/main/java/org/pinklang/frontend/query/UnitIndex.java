package org.pinklang.frontend.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.parse.TextPlace;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.PinkType;

/**
 * What every name of one unit stands for, and what has which type. Immutable, safe for any number
 * of threads. Methods that describe or locate declarations may compute types that no check has
 * needed yet and so want the stack of a check; the others answer from what is kept.
 */
public final class UnitIndex {
  private final QueriedUnit unit;
  private final List<Occurrence> occurrences;
  private final List<TypedSpan> types;
  private final Map<Referent, List<Occurrence>> byReferent;
  private final Map<Referent.Local, LocalFacts> locals;

  private UnitIndex(
      QueriedUnit unit,
      List<Occurrence> occurrences,
      List<TypedSpan> types,
      Map<Referent.Local, LocalFacts> locals) {
    this.unit = unit;
    this.occurrences = List.copyOf(occurrences);
    this.types = List.copyOf(types);
    this.locals = locals;
    Map<Referent, List<Occurrence>> grouped = new HashMap<>();
    for (Occurrence one : occurrences) {
      grouped.computeIfAbsent(one.referent(), referent -> new ArrayList<>()).add(one);
    }
    grouped.replaceAll((referent, list) -> List.copyOf(list));
    this.byReferent = Map.copyOf(grouped);
  }

  /** Checks a unit and keeps what it finds. Wants the stack of a check. */
  public static UnitIndex of(QueriedUnit unit) {
    IndexBuilder builder = new IndexBuilder(unit.tree());
    UnitChecker.observe(unit.text(), unit.tree(), unit.outline(), unit.build(), builder);
    Map<Referent.Local, LocalFacts> locals = builder.locals();
    SymbolFacts facts = new SymbolFacts(unit, locals);
    List<Occurrence> occurrences = new ArrayList<>(builder.occurrences());
    occurrences.removeIf(
        one ->
            one.referent() instanceof Referent.Member member && facts.memberTree(member) == null);
    return new UnitIndex(unit, occurrences, builder.types(), locals);
  }

  /** The unit that was indexed. */
  public QueriedUnit unit() {
    return unit;
  }

  /** Every name that stands for something, in the order of the text. */
  public List<Occurrence> occurrences() {
    return occurrences;
  }

  // ---- at an offset -------------------------------------------------------------------------

  /** The name at an offset; of two that touch there the one that begins. Null for none. */
  public @Nullable Occurrence occurrenceAt(int offset) {
    int low = 0;
    int high = occurrences.size();
    while (low < high) {
      int middle = low + high >>> 1;
      if (occurrences.get(middle).span().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Occurrence last = low == 0 ? null : occurrences.get(low - 1);
    return last != null && offset <= last.span().end() ? last : null;
  }

  /** What the name at an offset stands for; null for none. */
  public @Nullable Symbol symbolAt(int offset) {
    Occurrence at = occurrenceAt(offset);
    return at == null ? null : describe(at.referent());
  }

  /**
   * The type at an offset: of the name there, narrowed where it is, else of the smallest expression
   * or written type around it. Null between tokens, and where nothing has a type; Erroneous where
   * it could not be found.
   */
  public @Nullable TypedSpan typeAt(int offset) {
    if (offset < 0 || offset > unit.text().length() || !touchesToken(offset)) {
      return null;
    }
    Occurrence name = occurrenceAt(offset);
    if (name == null) {
      return innermost(new Span(offset, offset));
    }
    return switch (name.referent()) {
      case Referent.Local local -> innermost(name.span());
      case Referent.BuiltInMember member -> innermost(name.span());
      case Referent other -> {
        PinkType type = new SymbolFacts(unit, locals).type(other);
        yield type == null ? null : new TypedSpan(name.span(), type);
      }
    };
  }

  private boolean touchesToken(int offset) {
    boolean touches = isInk(offset) || offset > 0 && isInk(offset - 1);
    return touches && TextPlace.at(unit.text(), offset).kind() != TextPlace.Kind.COMMENT;
  }

  private boolean isInk(int offset) {
    return unit.text().byteAt(offset) > ' ';
  }

  /** The smallest typed part that holds a part of the text. */
  private @Nullable TypedSpan innermost(Span part) {
    TypedSpan best = null;
    for (TypedSpan typed : types) {
      Span span = typed.span();
      if (span.start() > part.start()) {
        break;
      }
      boolean smaller = best == null || length(span) <= length(best.span());
      if (part.end() <= span.end() && smaller) {
        best = typed;
      }
    }
    return best;
  }

  private static int length(Span span) {
    return span.end() - span.start();
  }

  // ---- of a referent ------------------------------------------------------------------------

  /** A description of what a name stands for. */
  public Symbol describe(Referent referent) {
    return new SymbolFacts(unit, locals).describe(referent);
  }

  /**
   * Where something is declared: in this unit, or in another as its manifest tells; of a function
   * that another unit of the module defines, the definition. Null for what is predeclared, for what
   * the build does not have, and for a local of another unit.
   */
  public @Nullable Location definition(Referent referent) {
    return new SymbolFacts(unit, locals).locate(referent);
  }

  /**
   * Where this unit names something, declarations included, in the order of the text. Who wants all
   * references unites those of all units: equal referents are the same thing.
   */
  public List<Occurrence> references(Referent referent) {
    return byReferent.getOrDefault(referent, List.of());
  }
}
