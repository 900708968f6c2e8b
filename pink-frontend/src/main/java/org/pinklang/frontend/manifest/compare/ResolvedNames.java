package org.pinklang.frontend.manifest.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.Qualifiers;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.PrintStyle;
import org.pinklang.frontend.tree.TypeTree;

/**
 * Prints names so that those of one declaration are equal however a unit imports it: {@code a::T},
 * {@code other::T} after {@code import a as other} and {@code T} after {@code import a { T }}.
 */
final class ResolvedNames implements PrintStyle {
  private static final Map<String, String> SAME_TYPES =
      Map.of("Integer64", "Integer", "Byte", "Unsigned8");

  /** The types every unit has; one of its own may hide them. */
  private static final Set<String> PREDECLARED =
      Set.of(
          "Nil",
          "Boolean",
          "Integer",
          "Integer8",
          "Integer16",
          "Integer32",
          "Integer64",
          "Unsigned8",
          "Unsigned16",
          "Unsigned32",
          "Unsigned64",
          "Byte",
          "Float",
          "Float32");

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
    if (manifest.find(name.text()) == null) {
      return SAME_TYPES.getOrDefault(name.text(), name.text());
    }
    boolean hides = PREDECLARED.contains(name.text());
    return hides ? manifest.module() + "::" + name.text() : name.text();
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
