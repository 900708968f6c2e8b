package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import; exactly one of {@code module} and {@code partition} is there.
 *
 * @param exported whether {@code export} stands before it
 * @param names the names in braces; null where there are no braces
 */
public record ImportDeclaration(
    boolean exported,
    @Nullable ModuleName module,
    @Nullable Identifier partition,
    @Nullable Identifier alias,
    @Nullable List<Identifier> names,
    int start,
    int end)
    implements Node {

  /** Copies the list. */
  public ImportDeclaration {
    names = names == null ? null : List.copyOf(names);
  }
}
