package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Term;

/** The blocks around the place being checked, to explain a name that is used too early. */
final class OpenBlocks {
  private final Deque<Expression.Block> open = new ArrayDeque<>();
  private final IdentityHashMap<Expression.Block, Map<String, Identifier>> known =
      new IdentityHashMap<>(0);

  void enter(Expression.Block block) {
    open.push(block);
  }

  void leave() {
    open.pop();
  }

  /** Where a local of the name is declared below its use, in a block around it; null for none. */
  @Nullable Identifier declaredBelow(Identifier use) {
    for (Expression.Block block : open) {
      Identifier declared = known.computeIfAbsent(block, OpenBlocks::locals).get(use.text());
      if (declared != null && declared.start() > use.start()) {
        return declared;
      }
    }
    return null;
  }

  private static Map<String, Identifier> locals(Expression.Block block) {
    Map<String, Identifier> locals = new HashMap<>();
    for (Term term : block.terms()) {
      if (term instanceof Term.Local local) {
        local.names().forEach(name -> locals.putIfAbsent(name.text(), name));
      }
    }
    return locals;
  }
}
