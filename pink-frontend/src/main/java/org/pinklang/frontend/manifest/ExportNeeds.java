package org.pinklang.frontend.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;

/**
 * Finds the private declarations that the exported ones of a unit need: through the types of their
 * signatures and fields, the lengths of arrays and the values of constants.
 */
final class ExportNeeds {
  private final Qualifiers qualifiers;
  private final Map<String, Declaration> declarations = new HashMap<>();
  private final Set<String> needed = new HashSet<>();
  private final Deque<Declaration> waiting = new ArrayDeque<>();

  private ExportNeeds(Qualifiers qualifiers) {
    this.qualifiers = qualifiers;
  }

  /** The names of the private declarations that exported ones need. */
  static Set<String> of(Qualifiers qualifiers, List<Declaration> declarations) {
    ExportNeeds needs = new ExportNeeds(qualifiers);
    for (Declaration declaration : declarations) {
      Identifier name = declaration.name();
      if (name != null) {
        needs.declarations.put(name.text(), declaration);
      }
      if (declaration.exported()) {
        needs.waiting.add(declaration);
      }
    }
    while (!needs.waiting.isEmpty()) {
      FreeNames.ofInterface(needs.waiting.remove(), needs::need);
    }
    return needs.needed;
  }

  private void need(@Nullable ModuleName qualifier, Identifier name, FreeNames.Use use) {
    if (use == FreeNames.Use.MEMBER || !qualifiers.isOwn(qualifier)) {
      return;
    }
    Declaration declaration = declarations.get(name.text());
    if (declaration != null && !declaration.exported() && needed.add(name.text())) {
      waiting.add(declaration);
    }
  }
}
