package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;

/**
 * Finds exported declarations that leave their type out. Checking a unit finds them as well and
 * says which type is meant; this is for units of which nothing but the manifest is made.
 */
final class UnwrittenTypes {

  private UnwrittenTypes() {}

  static List<Diagnostic> in(Manifest manifest) {
    List<Diagnostic> found = new ArrayList<>();
    for (ManifestDeclaration declaration : manifest.declarations()) {
      Identifier name = declaration.tree().name();
      if (declaration.visibility() == Visibility.EXPORTED
          && name != null
          && leavesOut(declaration.tree())) {
        found.add(
            Diagnostic.of(
                    ModuleCode.EXPORT_WITHOUT_TYPE,
                    manifest.logicalName(),
                    name.span(),
                    declaration.kind().isFunction() ? "function" : "global",
                    name.text())
                .build());
      }
    }
    return found;
  }

  private static boolean leavesOut(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Function function -> function.body() != null && function.result() == null;
      case Declaration.Global global -> global.type() == null;
      default -> false;
    };
  }
}
