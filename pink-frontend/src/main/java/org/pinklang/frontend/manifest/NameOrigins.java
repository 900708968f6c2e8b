package org.pinklang.frontend.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;

/**
 * Which modules the names in a text may belong to, as far as its imports tell. So a hash over names
 * changes when an alias is given to another module, though no use of it does. Immutable.
 */
final class NameOrigins {
  private final Qualifiers qualifiers;
  private final Map<String, NavigableSet<String>> byQualifier = new HashMap<>();
  private final Map<String, NavigableSet<String>> byListedName = new HashMap<>();

  NameOrigins(String module, List<ImportDeclaration> imports) {
    this.qualifiers = new Qualifiers(module, imports);
    for (ImportDeclaration imported : imports) {
      if (imported.module() != null) {
        add(imported, imported.module());
      }
    }
  }

  private void add(ImportDeclaration imported, ModuleName name) {
    String full = name.text();
    Identifier last = imported.alias() == null ? name.last() : imported.alias();
    add(byQualifier, last.text(), full);
    add(byQualifier, full, full);
    if (imported.names() != null) {
      imported.names().forEach(listed -> add(byListedName, listed.text(), full));
    }
  }

  private static void add(Map<String, NavigableSet<String>> map, String key, String full) {
    map.computeIfAbsent(key, one -> new TreeSet<>()).add(full);
  }

  /** Whether a name may be one of this unit itself. */
  boolean isOwn(@Nullable ModuleName qualifier) {
    return qualifiers.isOwn(qualifier);
  }

  /** Whether an import lists a name. */
  boolean isListed(String name) {
    return byListedName.containsKey(name);
  }

  /**
   * The full names of the modules a name may belong to, in order; empty where no import is about
   * it.
   */
  Iterable<String> of(@Nullable ModuleName qualifier, Identifier name) {
    NavigableSet<String> modules =
        qualifier == null ? byListedName.get(name.text()) : byQualifier.get(qualifier.text());
    return modules == null ? List.of() : modules;
  }
}
