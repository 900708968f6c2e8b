package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole text.
 *
 * @param declaration the unit declaration; a program unit has none
 */
public record UnitTree(
    @Nullable UnitDeclaration declaration,
    List<ImportDeclaration> imports,
    List<Declaration> declarations,
    int start,
    int end)
    implements Node {

  /** Copies the lists. */
  public UnitTree {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
  }
}
