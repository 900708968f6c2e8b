package org.pinklang.frontend.manifest.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;

/**
 * Which exports of a unit need which of its declarations by value: objects of importers hold sizes,
 * offsets, values and addresses that follow from them. What is behind a pointer is not needed so.
 */
final class ExportClosure {
  private final Manifest manifest;
  private final Map<String, SortedSet<String>> needing = new TreeMap<>();

  ExportClosure(Manifest manifest) {
    this.manifest = manifest;
    for (ManifestDeclaration declaration : manifest.declarations()) {
      if (Face.isExported(declaration)) {
        follow(declaration);
      }
    }
  }

  /** The other exports that need a declaration, by name. */
  SortedSet<String> exportsThatNeed(String name) {
    return needing.getOrDefault(name, new TreeSet<>());
  }

  private void follow(ManifestDeclaration export) {
    if (export.tree() instanceof Declaration.Struct struct && struct.opaque()) {
      return;
    }
    Set<String> seen = new HashSet<>(List.of(export.name()));
    Deque<Declaration> waiting = new ArrayDeque<>(List.of(export.tree()));
    while (!waiting.isEmpty()) {
      FreeNames.ofInterface(
          waiting.remove(),
          (qualifier, name, use) -> {
            ManifestDeclaration needed = find(qualifier, name, use);
            if (needed != null && seen.add(needed.name())) {
              needing.computeIfAbsent(needed.name(), key -> new TreeSet<>()).add(export.name());
              waiting.add(needed.tree());
            }
          });
    }
  }

  private @Nullable ManifestDeclaration find(
      @Nullable ModuleName qualifier, Identifier name, FreeNames.Use use) {
    if (use == FreeNames.Use.MEMBER || use == FreeNames.Use.POINTED_TYPE) {
      return null;
    }
    boolean own = qualifier == null || qualifier.text().equals(manifest.module());
    return own ? manifest.find(name.text()) : null;
  }
}
