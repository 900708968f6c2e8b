package org.pinklang.frontend.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;

/**
 * Finds the private declarations that the exported ones of a unit need: through the types of their
 * signatures and fields, the lengths of arrays and the values of constants.
 */
final class ExportNeeds {
  private final String module;
  private final Map<String, Declaration> declarations = new HashMap<>();
  private final Set<String> needed = new HashSet<>();
  private final Deque<Declaration> waiting = new ArrayDeque<>();

  private ExportNeeds(String module) {
    this.module = module;
  }

  /** The names of the private declarations that exported ones need. */
  static Set<String> of(String module, List<Declaration> declarations) {
    ExportNeeds needs = new ExportNeeds(module);
    for (Declaration declaration : declarations) {
      Identifier name = declaration.name();
      if (name != null) {
        needs.declarations.put(name.text(), declaration);
      }
      if (declaration.exported()) {
        needs.waiting.add(declaration);
      }
    }
    while (!needs.waiting.isEmpty()) {
      visitParts(needs.waiting.remove(), needs::need);
    }
    return needs.needed;
  }

  /** Visits every name that other units need to know to use a declaration. */
  static void visitParts(Declaration declaration, FreeNames.Visitor visitor) {
    switch (declaration) {
      case Declaration.Function function ->
          FreeNames.ofSignature(function.parameters(), function.result(), visitor);
      case Declaration.Extern extern ->
          FreeNames.ofSignature(extern.parameters(), extern.result(), visitor);
      case Declaration.Global global -> {
        FreeNames.ofType(global.type(), visitor);
        if (global.kind() == BindingKind.CONST) {
          FreeNames.ofExpression(global.initializer(), visitor);
        }
      }
      case Declaration.Struct struct ->
          struct.fields().forEach(field -> FreeNames.ofType(field.type(), visitor));
      case Declaration.Union union ->
          union.alternatives().forEach(part -> FreeNames.ofType(part.type(), visitor));
      case Declaration.Malformed malformed -> {}
    }
  }

  private void need(@Nullable ModuleName qualifier, Identifier name, FreeNames.Use use) {
    if (qualifier != null && !qualifier.text().equals(module)) {
      return;
    }
    Declaration declaration = declarations.get(name.text());
    if (declaration != null && !declaration.exported() && needed.add(name.text())) {
      waiting.add(declaration);
    }
  }
}
