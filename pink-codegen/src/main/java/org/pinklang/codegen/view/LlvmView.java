package org.pinklang.codegen.view;

import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.check.InterfaceTypes;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.manifest.text.ManifestSignature;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/**
 * The exports of one manifest as declarations of LLVM: a {@code declare} for each function, an
 * external global for each variable and constant, and a comment with each declaration as Pink has
 * it. What holds a type of another unit by value is as large as that unit makes it, which one
 * manifest does not say: such a function is declared with {@code (...)}, and there is only the
 * comment of such a global.
 */
public final class LlvmView {
  private final Manifest manifest;
  private final InterfaceTypes types;
  private final TypeLayouts layouts;
  private final FunctionDeclarations functions;
  private final StringBuilder out = new StringBuilder();

  private LlvmView(Manifest manifest, TargetDescription target) {
    this.manifest = manifest;
    this.types = InterfaceTypes.of(manifest, target.dataModel());
    this.layouts = new TypeLayouts(target.dataModel(), types.definitions()::get);
    this.functions = new FunctionDeclarations(target.convention(), layouts);
  }

  /**
   * The text for one target; the same for equal manifests. The calling thread needs a stack for the
   * deepest constant of the manifest.
   */
  public static String of(Manifest manifest, TargetDescription target) {
    LlvmView view = new LlvmView(manifest, target);
    view.header(target);
    for (ManifestDeclaration declaration : manifest.declarations()) {
      if (declaration.visibility() == Visibility.EXPORTED) {
        view.declaration(declaration);
      }
    }
    return view.out.toString();
  }

  private void header(TargetDescription target) {
    String name = manifest.name().display();
    comment(
        "What "
            + (name.isEmpty() ? manifest.logicalName() : "`" + name + "`")
            + " exports, for "
            + target.name()
            + ".");
    out.append("target datalayout = \"").append(target.dataLayout()).append("\"\n");
    out.append("target triple = \"").append(target.triple()).append("\"\n");
  }

  private void declaration(ManifestDeclaration declaration) {
    out.append('\n');
    comment("export " + ManifestSignature.of(declaration));
    switch (declaration.kind()) {
      case FUNCTION -> function(declaration, LinkageNames.function(symbol(declaration)));
      case EXTERN -> function(declaration, declaration.name());
      case VARIABLE -> global(declaration, "global");
      case CONSTANT -> global(declaration, "constant");
      case STRUCT, UNION -> type(declaration);
    }
  }

  private SymbolId symbol(ManifestDeclaration declaration) {
    return SymbolId.of(manifest.module(), declaration.name());
  }

  private void function(ManifestDeclaration declaration, String symbol) {
    PinkType.Function type = types.function(declaration.name());
    if (type == null) {
      comment("How its values travel depends on types of other units.");
      out.append("declare void @").append(symbol).append("(...)\n");
    } else {
      out.append(functions.declare(symbol, type)).append('\n');
    }
  }

  private void global(ManifestDeclaration declaration, String word) {
    PinkType type = types.global(declaration.name());
    if (type == null) {
      comment("Its size depends on types of other units.");
      return;
    }
    out.append('@')
        .append(LinkageNames.global(symbol(declaration)))
        .append(" = external ")
        .append(word)
        .append(' ')
        .append(LlvmTypes.storage(type, layouts))
        .append(", align ")
        .append(layouts.layout(type).alignment())
        .append('\n');
  }

  private void type(ManifestDeclaration declaration) {
    if (declaration.tree() instanceof Declaration.Struct struct && struct.opaque()) {
      return;
    }
    PinkType type = types.type(declaration.name());
    comment(
        type == null
            ? "Its size depends on types of other units."
            : "%d bytes, aligned to %d"
                .formatted(layouts.size(type), layouts.layout(type).alignment()));
  }

  private void comment(String text) {
    text.lines().forEach(line -> out.append("; ").append(line).append('\n'));
  }
}
