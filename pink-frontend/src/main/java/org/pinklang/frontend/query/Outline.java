package org.pinklang.frontend.query;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.tree.UnitTree;

/** What a text declares, from its tree alone. Pure functions. */
public final class Outline {
  private Outline() {}

  /**
   * The declarations of a text in their order, the unit declaration first where there is one; what
   * could not be read is left out. Types are as written: an inferred one is not shown.
   *
   * @param tree with or without bodies
   */
  public static List<OutlineEntry> of(UnitTree tree) {
    List<OutlineEntry> entries = new ArrayList<>();
    UnitDeclaration unit = tree.declaration();
    if (unit != null && !unit.module().text().isEmpty()) {
      entries.add(unit(unit));
    }
    for (Declaration declaration : tree.declarations()) {
      Identifier name = declaration.name();
      if (name != null && !name.text().isEmpty()) {
        entries.add(entry(declaration, name));
      }
    }
    return List.copyOf(entries);
  }

  private static OutlineEntry unit(UnitDeclaration unit) {
    Identifier partition = unit.partition();
    String name = unit.module().text() + (partition == null ? "" : ":" + partition.text());
    boolean module = unit.keyword() == UnitDeclaration.Keyword.MODULE;
    return new OutlineEntry(
        partition == null ? SymbolKind.MODULE : SymbolKind.PARTITION,
        name,
        (module ? "module " : "implement ") + name,
        DeclarationText.text(unit.documentation()),
        false,
        unit.span(),
        partition == null ? unit.module().span() : unit.module().span().cover(partition.span()),
        List.of());
  }

  private static OutlineEntry entry(Declaration declaration, Identifier name) {
    return new OutlineEntry(
        SymbolKind.of(DeclarationKind.of(declaration)),
        name.text(),
        DeclarationText.of(declaration, null),
        DeclarationText.text(declaration.documentation()),
        declaration.exported(),
        whole(declaration, name),
        name.span(),
        children(declaration));
  }

  private static List<OutlineEntry> children(Declaration declaration) {
    List<OutlineEntry> children = new ArrayList<>();
    switch (declaration) {
      case Declaration.Struct struct -> struct.fields().forEach(field -> addField(field, children));
      case Declaration.Union union ->
          union.alternatives().forEach(part -> addAlternative(part, children));
      default -> {}
    }
    return children;
  }

  private static void addField(Declaration.Field field, List<OutlineEntry> entries) {
    String documentation = DeclarationText.text(field.documentation());
    add(SymbolKind.FIELD, field, field.name(), DeclarationText.of(field), documentation, entries);
  }

  private static void addAlternative(Declaration.Alternative part, List<OutlineEntry> entries) {
    String documentation = DeclarationText.text(part.documentation());
    String detail = DeclarationText.of(part);
    add(SymbolKind.ALTERNATIVE, part, part.name(), detail, documentation, entries);
  }

  private static void add(
      SymbolKind kind,
      Node member,
      Identifier name,
      String detail,
      String documentation,
      List<OutlineEntry> entries) {
    if (!name.text().isEmpty()) {
      entries.add(
          new OutlineEntry(
              kind,
              name.text(),
              detail,
              documentation,
              false,
              whole(member, name),
              name.span(),
              List.of()));
    }
  }

  private static Span whole(Node declaration, Identifier name) {
    return declaration.span().cover(name.span());
  }
}
