package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;

/** The imports of a unit by what stands before {@code ::} for them. For one thread. */
final class Qualifiers {
  private final Map<String, ImportDeclaration> byName = new HashMap<>();
  private final Map<String, ImportDeclaration> byAlias = new HashMap<>();
  private final Map<String, List<ImportDeclaration>> byLastSegment = new HashMap<>();

  /** Adds an import, which is an import of a module, and each only once under a name. */
  void add(ImportDeclaration declaration, ModuleName module) {
    boolean again = byName.putIfAbsent(module.text(), declaration) != null;
    if (declaration.alias() != null) {
      byAlias.putIfAbsent(declaration.alias().text(), declaration);
    } else if (!again || isAliasedOnly(module)) {
      String last = module.last().text();
      byLastSegment.computeIfAbsent(last, l -> new ArrayList<>()).add(declaration);
    }
  }

  /** Whether a module that was imported before was so under aliases only. */
  private boolean isAliasedOnly(ModuleName module) {
    return byLastSegment.getOrDefault(module.last().text(), List.of()).stream()
        .noneMatch(other -> other.module() != null && other.module().text().equals(module.text()));
  }

  /** The imports that a qualifier may mean: by full name, by alias, else by last segment. */
  List<ImportDeclaration> imports(String qualifier) {
    @Nullable ImportDeclaration named = byName.get(qualifier);
    if (named == null) {
      named = byAlias.get(qualifier);
    }
    return named == null ? byLastSegment.getOrDefault(qualifier, List.of()) : List.of(named);
  }
}
