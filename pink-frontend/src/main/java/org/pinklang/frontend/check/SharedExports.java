package org.pinklang.frontend.check;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration that a module of a chain of re-exports shows by a name, kept once for all
 * units of a build: each module of a chain may be asked for what lies at its end. Safe for any
 * number of threads.
 */
final class SharedExports {
  private final Map<Export, Declared> known = new ConcurrentHashMap<>();

  private record Export(String module, String name) {}

  /** What a module shows by a name through others, where that is known. */
  @Nullable Declared find(String module, String name) {
    return known.get(new Export(module, name));
  }

  void add(Collection<String> modules, String name, Declared declared) {
    modules.forEach(module -> known.put(new Export(module, name), declared));
  }
}
