package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a build by what may stand before {@code ::} for them, for units that forgot an
 * import. Listed when a first unit has. Safe for any number of threads.
 */
final class KnownModules {
  private final ManifestSet manifests;
  private volatile @Nullable Map<String, String> byQualifier;

  KnownModules(ManifestSet manifests) {
    this.manifests = manifests;
  }

  /** The module of that full name, else the first with that last segment; null where none is. */
  @Nullable String find(String qualifier) {
    Map<String, String> known = byQualifier;
    if (known == null) {
      known = list();
      byQualifier = known;
    }
    return known.get(qualifier);
  }

  private Map<String, String> list() {
    Set<String> modules = new TreeSet<>(manifests.modules().keySet());
    manifests
        .answers()
        .forEach(
            (name, answer) -> {
              if (answer instanceof ManifestAnswer.Found) {
                modules.add(name.module());
              }
            });
    modules.remove("");
    Map<String, String> known = new HashMap<>();
    modules.forEach(module -> known.putIfAbsent(lastSegment(module), module));
    modules.forEach(module -> known.put(module, module));
    return known;
  }

  private static String lastSegment(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }
}
