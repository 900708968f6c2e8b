package org.pinklang.frontend.parse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression.Block;
import org.pinklang.frontend.tree.Term;
import org.pinklang.frontend.tree.UnitTree;

/**
 * Puts the bodies of a whole tree into an outline of the same text. An error in a body can make the
 * parser take what follows for something else; the outline, which looks for the end of the body
 * only, decides what the text declares, so that a unit shows others the same whether or not its
 * bodies were read.
 */
final class OutlineBodies {
  private final Map<Integer, Block> bodies = new HashMap<>();

  private OutlineBodies(UnitTree whole) {
    for (Declaration declaration : whole.declarations()) {
      if (declaration instanceof Declaration.Function function && function.body() != null) {
        bodies.put(function.start(), function.body());
      }
    }
  }

  /** The outline with the bodies that the whole tree has at the same places. */
  static UnitTree merge(UnitTree outline, UnitTree whole) {
    OutlineBodies bodies = new OutlineBodies(whole);
    List<Declaration> declarations = outline.declarations().stream().map(bodies::filled).toList();
    return new UnitTree(
        outline.declaration(), outline.imports(), declarations, outline.start(), outline.end());
  }

  private Declaration filled(Declaration declaration) {
    if (!(declaration instanceof Declaration.Function function) || function.body() == null) {
      return declaration;
    }
    return new Declaration.Function(
        function.documentation(),
        function.exported(),
        function.inline(),
        function.name(),
        function.parameters(),
        function.result(),
        body(bodies.get(function.start()), function.body()),
        function.start(),
        function.end());
  }

  /** The body read, or one that says that it could not be. */
  private static Block body(@Nullable Block read, Block place) {
    if (read != null) {
      return read;
    }
    Term unread = new Term.Malformed(place.start(), place.end());
    return new Block(List.of(unread), place.start(), place.end());
  }
}
