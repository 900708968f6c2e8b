package org.pinklang.frontend.manifest.compare;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Qualifiers;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;

/**
 * Which exports of a unit need which of its declarations by value: objects of importers hold sizes,
 * offsets, values and addresses that follow from them. What is behind a pointer is not needed so.
 */
final class ExportClosure {
  /** More than are ever named. */
  private static final int ENOUGH = 4;

  private final Manifest manifest;
  private final Qualifiers qualifiers;
  private final Map<String, Collection<ManifestDeclaration>> users = new HashMap<>();

  ExportClosure(Manifest manifest) {
    this.manifest = manifest;
    this.qualifiers = new Qualifiers(manifest.module(), manifest.imports());
    for (ManifestDeclaration declaration : manifest.declarations()) {
      FreeNames.ofInterface(
          declaration.tree(), (qualifier, name, use) -> add(declaration, qualifier, name, use));
    }
  }

  private void add(
      ManifestDeclaration user,
      @Nullable ModuleName qualifier,
      Identifier name,
      FreeNames.Use use) {
    boolean byValue = use != FreeNames.Use.MEMBER && use != FreeNames.Use.POINTED_TYPE;
    if (byValue && qualifiers.isOwn(qualifier) && manifest.find(name.text()) != null) {
      users.computeIfAbsent(name.text(), key -> new LinkedHashSet<>()).add(user);
    }
  }

  /** The nearest other exports that need a declaration, by name: all, or as many as are enough. */
  SortedSet<String> exportsThatNeed(String name) {
    SortedSet<String> needing = new TreeSet<>();
    Set<String> seen = new HashSet<>(List.of(name));
    Deque<String> waiting = new ArrayDeque<>(seen);
    while (!waiting.isEmpty() && needing.size() < ENOUGH) {
      for (ManifestDeclaration user : users.getOrDefault(waiting.remove(), List.of())) {
        if (seen.add(user.name())) {
          waiting.add(user.name());
          if (Face.isExported(user) && !isOpaque(user)) {
            needing.add(user.name());
          }
        }
      }
    }
    return needing;
  }

  private static boolean isOpaque(ManifestDeclaration declaration) {
    return declaration.tree() instanceof Declaration.Struct struct && struct.opaque();
  }
}
