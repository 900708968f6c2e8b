package org.pinklang.frontend.manifest;

import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;

/** The finding that an exported signature names a private declaration. */
public final class PrivateExposure {

  private PrivateExposure() {}

  /**
   * The finding.
   *
   * @param exposing the unit whose exported signature it is
   * @param use where the private declaration is named
   * @param declaring the unit of the private declaration, of the same module
   */
  public static Diagnostic.Builder of(
      Manifest exposing, Span use, Manifest declaring, ManifestDeclaration declaration) {
    String name = declaration.name();
    Diagnostic.Builder error =
        Diagnostic.of(ModuleCode.PRIVATE_IN_EXPORT, exposing.logicalName(), use, name)
            .secondary(declaring.logicalName(), nameSpan(declaration), "`" + name + "` is private");
    int at = declaration.tree().start();
    if (declaring.kind().isInterface()) {
      String file = declaring.logicalName();
      error.edit(file, new Span(at, at), "export ", "export `" + name + "`");
      if (declaration.tree() instanceof Declaration.Struct struct && !struct.opaque()) {
        error.edit(file, new Span(at, at), "export opaque ", "export `" + name + "` as opaque");
      }
    } else {
      error.note("move it to an interface unit: `" + declaring.logicalName() + "` exports nothing");
    }
    return error;
  }

  private static Span nameSpan(ManifestDeclaration declaration) {
    var name = declaration.tree().name();
    return name == null ? declaration.tree().span() : name.span();
  }
}
