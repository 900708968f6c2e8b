package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.UnitTree;

/**
 * The whole declarations of the unit being checked, by name; of a name declared twice the first.
 */
final class OwnTrees {
  private final Map<String, Declaration> byName = new HashMap<>();

  static OwnTrees of(UnitTree tree) {
    OwnTrees trees = new OwnTrees();
    for (Declaration declaration : tree.declarations()) {
      Identifier name = declaration.name();
      if (name != null && !name.isDiscard()) {
        trees.byName.putIfAbsent(name.text(), declaration);
      }
    }
    return trees;
  }

  @Nullable Declaration find(String name) {
    return byName.get(name);
  }

  /** The function of a name whose result is left out; null for anything else. */
  Declaration.@Nullable Function findInferred(String name) {
    return byName.get(name) instanceof Declaration.Function function
            && function.result() == null
            && function.body() != null
        ? function
        : null;
  }
}
