package org.pinklang.frontend.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.ResolutionObserver;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.PinkType;

/** Collects what a check tells about one text. For one thread. */
final class IndexBuilder implements ResolutionObserver {
  private final Map<Span, Referent> names = new HashMap<>();
  private final Map<Span, PinkType> types = new HashMap<>();
  private final Map<Referent.Local, LocalFacts> locals = new HashMap<>();
  private final Set<Integer> declaring = new HashSet<>();

  /** Begins with what the tree alone tells. */
  IndexBuilder(UnitTree tree) {
    UnitDeclaration unit = tree.declaration();
    if (unit != null) {
      addUnit(unit);
    }
    for (Declaration declaration : tree.declarations()) {
      addDeclaring(declaration);
    }
  }

  private void addUnit(UnitDeclaration unit) {
    String module = unit.module().text();
    Identifier partition = unit.partition();
    boolean declares = unit.keyword() == UnitDeclaration.Keyword.MODULE || partition != null;
    if (partition == null) {
      addUnitName(unit.module().span(), UnitName.primary(module), declares);
    } else {
      addUnitName(unit.module().span(), UnitName.primary(module), false);
      addUnitName(partition.span(), new UnitName(module, partition.text()), declares);
    }
  }

  private void addUnitName(Span span, UnitName unit, boolean declares) {
    if (span.end() > span.start()) {
      names.put(span, new Referent.Unit(unit));
      if (declares) {
        declaring.add(span.start());
      }
    }
  }

  private void addDeclaring(Declaration declaration) {
    Identifier name = declaration.name();
    if (name != null) {
      declaring.add(name.start());
    }
    switch (declaration) {
      case Declaration.Struct struct ->
          struct.fields().forEach(field -> declaring.add(field.name().start()));
      case Declaration.Union union ->
          union.alternatives().forEach(part -> declaring.add(part.name().start()));
      default -> {}
    }
  }

  @Override
  public void named(int start, int end, Referent referent) {
    names.put(new Span(start, end), referent);
  }

  @Override
  public void declared(int start, int end, Referent.Local local, LocalKind kind, PinkType type) {
    if (end > start && !local.name().equals("_")) {
      Span span = new Span(start, end);
      names.put(span, local);
      declaring.add(start);
      typed(start, end, type);
      locals.put(local, new LocalFacts(local, kind, types.getOrDefault(span, type)));
    }
  }

  @Override
  public void typed(int start, int end, PinkType type) {
    if (end > start) {
      Span span = new Span(start, end);
      if (type == PinkType.Erroneous.ERRONEOUS) {
        types.putIfAbsent(span, type);
      } else {
        types.put(span, type);
      }
    }
  }

  /** What is known of each local that was told. */
  Map<Referent.Local, LocalFacts> locals() {
    return Map.copyOf(locals);
  }

  /** Every name that stands for something, in the order of the text. */
  List<Occurrence> occurrences() {
    List<Occurrence> occurrences = new ArrayList<>(names.size());
    names.forEach(
        (span, referent) ->
            occurrences.add(new Occurrence(span, referent, declaring.contains(span.start()))));
    occurrences.sort((a, b) -> a.span().compareTo(b.span()));
    return occurrences;
  }

  /** Everything that has a type, in the order of the text, outer parts before inner ones. */
  List<TypedSpan> types() {
    List<TypedSpan> typed = new ArrayList<>(types.size());
    types.forEach((span, type) -> typed.add(new TypedSpan(span, type)));
    typed.sort(
        (a, b) -> {
          int byStart = Integer.compare(a.span().start(), b.span().start());
          return byStart != 0 ? byStart : Integer.compare(b.span().end(), a.span().end());
        });
    return typed;
  }
}
