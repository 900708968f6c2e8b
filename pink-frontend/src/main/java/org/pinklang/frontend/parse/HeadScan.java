package org.pinklang.frontend.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.UnitDeclaration;

/**
 * The head of one text.
 *
 * @param unit the unit declaration; a program unit has none
 * @param imports in the order of the text
 * @param end offset after the last token of the head; what follows was not looked at
 * @param diagnostics the errors of the head, which parsing reports too
 */
public record HeadScan(
    @Nullable UnitDeclaration unit,
    List<ImportDeclaration> imports,
    int end,
    List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public HeadScan {
    imports = List.copyOf(imports);
    diagnostics = List.copyOf(diagnostics);
  }
}
