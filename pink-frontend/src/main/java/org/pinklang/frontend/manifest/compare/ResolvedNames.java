package org.pinklang.frontend.manifest.compare;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.PrintStyle;

/**
 * Prints names so that those of one declaration are equal however a unit imports it: {@code a::T},
 * {@code other::T} after {@code import a as other} and {@code T} after {@code import a { T }}.
 */
final class ResolvedNames implements PrintStyle {
  private static final Map<String, String> SAME_TYPES =
      Map.of("Integer64", "Integer", "Byte", "Unsigned8");

  private final Manifest manifest;
  private final Map<String, String> qualifiers = new HashMap<>();
  private final Map<String, String> listed = new HashMap<>();

  ResolvedNames(Manifest manifest) {
    this.manifest = manifest;
    for (ImportDeclaration tree : manifest.imports()) {
      ModuleName module = tree.module();
      if (module != null) {
        add(tree, module);
      }
    }
    // A full name beats the last segment of another.
    for (ImportDeclaration tree : manifest.imports()) {
      if (tree.module() != null) {
        qualifiers.put(tree.module().text(), tree.module().text());
      }
    }
    qualifiers.put(manifest.module(), "");
  }

  private void add(ImportDeclaration tree, ModuleName module) {
    Identifier last = tree.alias() == null ? module.last() : tree.alias();
    qualifiers.putIfAbsent(last.text(), module.text());
    if (tree.names() != null) {
      tree.names().forEach(name -> listed.putIfAbsent(name.text(), module.text()));
    }
  }

  @Override
  public String path(@Nullable ModuleName qualifier, Identifier name) {
    String module = module(qualifier, name.text());
    if (!module.isEmpty()) {
      return module + "::" + name.text();
    }
    return manifest.find(name.text()) == null
        ? SAME_TYPES.getOrDefault(name.text(), name.text())
        : name.text();
  }

  /** The other module that a name is said to be of; empty for none. */
  private String module(@Nullable ModuleName qualifier, String name) {
    if (qualifier != null) {
      return qualifiers.getOrDefault(qualifier.text(), qualifier.text());
    }
    return manifest.find(name) == null ? listed.getOrDefault(name, "") : "";
  }

  @Override
  public String integer(Literal.IntegerLiteral literal) {
    return Long.toUnsignedString(literal.value());
  }
}
