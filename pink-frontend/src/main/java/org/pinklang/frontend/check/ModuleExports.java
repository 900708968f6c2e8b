package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.pinklang.frontend.diagnostic.SimilarNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.type.SymbolId;

/**
 * What modules export: their own declarations, those of their exported partitions, and what they
 * re-export, through any number of modules. For one thread; remembers what was asked.
 */
final class ModuleExports {
  private final Function<String, ModuleUnits> modules;
  private final SharedExports shared;
  private final Map<String, Map<String, Lookup>> known = new HashMap<>();
  private final Map<String, SimilarNames> similar = new HashMap<>();

  ModuleExports(Function<String, ModuleUnits> modules, SharedExports shared) {
    this.modules = modules;
    this.shared = shared;
  }

  /** What importers of a module find by a name; the module's own declaration wins. */
  Lookup find(String module, String name) {
    Map<String, Lookup> names = known.computeIfAbsent(module, m -> new HashMap<>());
    Lookup lookup = names.get(name);
    if (lookup == null) {
      lookup = search(module, name);
      names.put(name, lookup);
    }
    return lookup;
  }

  private Lookup search(String module, String name) {
    Declared own = modules.apply(module).exported(name);
    if (own != null) {
      return new Lookup.Found(own, null);
    }
    Map<SymbolId, Declared> origins = new LinkedHashMap<>();
    Set<String> missing = new TreeSet<>();
    searchReexports(module, name, origins, missing);
    if (origins.size() > 1) {
      List<Declared> sorted = new ArrayList<>(origins.values());
      sorted.sort((a, b) -> a.symbol().compareTo(b.symbol()));
      return new Lookup.Ambiguous(module, sorted);
    }
    if (origins.size() == 1) {
      return new Lookup.Found(origins.values().iterator().next(), null);
    }
    Declared hidden = modules.apply(module).shared(name);
    if (hidden != null) {
      return new Lookup.Private(hidden);
    }
    return missing.isEmpty()
        ? new Lookup.Absent(module)
        : new Lookup.Unresolved(module, missing.iterator().next());
  }

  /** Follows re-exports breadth first; a module with an export of its own hides what is behind. */
  private void searchReexports(
      String module, String name, Map<SymbolId, Declared> origins, Set<String> missing) {
    Set<String> passed = new LinkedHashSet<>();
    passed.add(module);
    List<String> waiting = new ArrayList<>(reexported(module, name));
    Set<String> seen = new HashSet<>(passed);
    boolean isChain = waiting.size() == 1;
    for (int i = 0; i < waiting.size(); i++) {
      String next = waiting.get(i);
      if (!seen.add(next)) {
        continue;
      }
      ModuleUnits units = modules.apply(next);
      Declared origin = units.exported(name);
      if (origin == null) {
        origin = shared.find(next, name);
      }
      if (origin != null) {
        origins.putIfAbsent(origin.symbol(), origin);
      } else if (units.primary() == null) {
        missing.add(next);
      } else {
        passed.add(next);
        List<String> further = reexported(next, name);
        isChain &= further.size() == 1;
        waiting.addAll(further);
      }
    }
    if (isChain && origins.size() == 1) {
      shared.add(passed, name, origins.values().iterator().next());
    }
  }

  /** The modules that a module re-exports, as far as a name may come from them. */
  private List<String> reexported(String module, String name) {
    List<String> reexported = new ArrayList<>();
    for (ImportDeclaration declaration : modules.apply(module).reexports()) {
      ModuleName target = declaration.module();
      if (target != null && lists(declaration, name)) {
        reexported.add(target.text());
      }
    }
    return reexported;
  }

  private static boolean lists(ImportDeclaration declaration, String name) {
    return declaration.names() == null
        || declaration.names().stream().anyMatch(listed -> listed.text().equals(name));
  }

  /** The names that importers of a module find, to suggest one. */
  SimilarNames similar(String module) {
    return similar.computeIfAbsent(module, m -> SimilarNames.among(names(m)));
  }

  /** The names that importers of a module find, for suggestions; those of missing modules not. */
  Set<String> names(String module) {
    Set<String> names = new TreeSet<>();
    Set<String> seen = new LinkedHashSet<>();
    List<String> waiting = new ArrayList<>(List.of(module));
    for (int i = 0; i < waiting.size(); i++) {
      if (seen.add(waiting.get(i))) {
        addNames(modules.apply(waiting.get(i)), names, waiting);
      }
    }
    return names;
  }

  private static void addNames(ModuleUnits units, Set<String> names, List<String> waiting) {
    for (Manifest unit : units.exporting()) {
      for (ManifestDeclaration declaration : unit.declarations()) {
        if (declaration.visibility() == Visibility.EXPORTED) {
          names.add(declaration.name());
        }
      }
      for (ImportDeclaration declaration : unit.imports()) {
        ModuleName target = declaration.module();
        if (declaration.exported() && target != null && declaration.names() == null) {
          waiting.add(target.text());
        } else if (declaration.exported() && declaration.names() != null) {
          declaration.names().forEach(name -> names.add(name.text()));
        }
      }
    }
  }
}
