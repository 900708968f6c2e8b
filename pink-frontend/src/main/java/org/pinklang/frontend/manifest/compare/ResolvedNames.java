package org.pinklang.frontend.manifest.compare;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.Qualifiers;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.PrintStyle;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.Scalar;

/**
 * Prints names so that those of one declaration are equal however a unit imports it: {@code a::T},
 * {@code other::T} after {@code import a as other} and {@code T} after {@code import a { T }}.
 */
final class ResolvedNames implements PrintStyle {
  private final Manifest manifest;
  private final Qualifiers qualifiers;
  private final Map<String, String> listed = new HashMap<>();

  ResolvedNames(Manifest manifest) {
    this.manifest = manifest;
    this.qualifiers = new Qualifiers(manifest.module(), manifest.imports());
    for (ImportDeclaration tree : manifest.imports()) {
      ModuleName module = tree.module();
      if (module != null && tree.names() != null) {
        tree.names().forEach(name -> listed.putIfAbsent(name.text(), module.text()));
      }
    }
  }

  @Override
  public String path(@Nullable ModuleName qualifier, Identifier name) {
    String module = module(qualifier, name.text());
    if (!module.isEmpty()) {
      return module + "::" + name.text();
    }
    // One of the unit's own may hide a predeclared type.
    Scalar predeclared = Scalar.named(name.text());
    if (predeclared == null) {
      return name.text();
    }
    return manifest.find(name.text()) == null
        ? predeclared.display()
        : manifest.module() + "::" + name.text();
  }

  @Override
  public @Nullable TypeTree result(@Nullable TypeTree written) {
    boolean nil =
        written instanceof TypeTree.Named named
            && named.qualifier() == null
            && named.name().text().equals("Nil")
            && manifest.find("Nil") == null
            && !listed.containsKey("Nil");
    return nil ? null : written;
  }

  /** The other module that a name is said to be of; empty for none. */
  private String module(@Nullable ModuleName qualifier, String name) {
    if (qualifier != null) {
      String module = qualifiers.moduleOf(qualifier.text());
      return qualifiers.isOwn(module) && manifest.find(name) != null ? "" : module;
    }
    return manifest.find(name) == null ? listed.getOrDefault(name, "") : "";
  }

  @Override
  public String integer(Literal.IntegerLiteral literal) {
    return Long.toUnsignedString(literal.value());
  }
}
