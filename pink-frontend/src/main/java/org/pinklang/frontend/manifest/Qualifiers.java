package org.pinklang.frontend.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;

/**
 * What stands before {@code ::} in a unit, as its own declaration and its imports tell: the one
 * answer to which module a qualifier means, for whoever reads names. Immutable once made.
 */
public final class Qualifiers {
  private final String own;
  private final Map<String, ImportDeclaration> byName = new HashMap<>();
  private final Map<String, ImportDeclaration> byAlias = new HashMap<>();
  private final Map<String, List<ImportDeclaration>> byLastSegment = new HashMap<>();

  /**
   * The qualifiers of a unit.
   *
   * @param own the full name of the unit's module; empty for a program
   * @param imports the unit's imports, in the order of the text; those of partitions give none
   */
  public Qualifiers(String own, List<ImportDeclaration> imports) {
    this.own = own;
    for (ImportDeclaration declaration : imports) {
      if (declaration.module() != null) {
        add(declaration, declaration.module());
      }
    }
  }

  /** Adds an import of a module, and each only once under a name. */
  private void add(ImportDeclaration declaration, ModuleName module) {
    boolean again = byName.putIfAbsent(module.text(), declaration) != null;
    if (declaration.alias() != null) {
      byAlias.putIfAbsent(declaration.alias().text(), declaration);
    } else if (!again || isAliasedOnly(module)) {
      byLastSegment
          .computeIfAbsent(module.last().text(), first -> new ArrayList<>(1))
          .add(declaration);
    }
  }

  /** Whether a module that was imported before was so under aliases only. */
  private boolean isAliasedOnly(ModuleName module) {
    return byLastSegment.getOrDefault(module.last().text(), List.of()).stream()
        .noneMatch(other -> other.module() != null && other.module().text().equals(module.text()));
  }

  /** The imports that a qualifier may mean: by full name, by alias, else by last segment. */
  public List<ImportDeclaration> imports(String qualifier) {
    @Nullable ImportDeclaration named = byName.get(qualifier);
    if (named == null) {
      named = byAlias.get(qualifier);
    }
    return named == null ? byLastSegment.getOrDefault(qualifier, List.of()) : List.of(named);
  }

  /**
   * Whether a name with this qualifier is one of the unit's own module: without qualifier, with the
   * module's full name, the alias of an import of it, or its last segment where no import claims
   * that. A name without qualifier may also come from a list or be predeclared.
   */
  public boolean isOwn(@Nullable ModuleName qualifier) {
    return qualifier == null || isOwn(qualifier.text());
  }

  /** Whether a qualifier means the unit's own module. */
  public boolean isOwn(String qualifier) {
    if (own.isEmpty()) {
      return false;
    }
    return qualifier.equals(own) || moduleOf(qualifier).equals(own);
  }

  /**
   * The full name of the module that a qualifier means; the qualifier itself where it means none or
   * several.
   */
  public String moduleOf(String qualifier) {
    if (!own.isEmpty() && qualifier.equals(own)) {
      return own;
    }
    List<ImportDeclaration> meant = imports(qualifier);
    if (meant.size() == 1 && meant.get(0).module() != null) {
      return meant.get(0).module().text();
    }
    boolean lastSegment = qualifier.equals(own.substring(own.lastIndexOf('.') + 1));
    return meant.isEmpty() && lastSegment && !own.isEmpty() ? own : qualifier;
  }
}
