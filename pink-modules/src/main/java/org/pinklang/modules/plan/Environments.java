package org.pinklang.modules.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.NamedModules;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.modules.graph.StrongComponents;

/**
 * Hashes of all that the check of a unit could read of others: the manifests of its module, of the
 * modules it imports, and of those that can be reached from these along what manifests speak of.
 * While the hash is the same, so is all that the unit reads, and nothing of it need be looked at.
 * What a module imports for its bodies alone is nothing to its importers. Safe for any number of
 * threads; equal for equal builds.
 */
public final class Environments {
  private final Map<String, ContentHash> ofModules = new HashMap<>();
  private final Map<String, ContentHash> ofUnits = new ConcurrentHashMap<>();
  private final ManifestSet manifests;
  private final Set<String> faulty;
  private final Function<Manifest, Set<String>> named;

  /**
   * The environments of a build, computed in time linear in modules and imports.
   *
   * @param faulty logical names of units whose texts have errors: the hashes of their manifests
   *     promise nothing about what importers are told, so that every byte of them counts
   * @param named the modules that a manifest leads to, of those that its unit imports: all where
   *     units take bodies of others, which lead wherever imports do
   */
  public Environments(
      ManifestSet manifests, Set<String> faulty, Function<Manifest, Set<String>> named) {
    this.named = named;
    this.manifests = manifests;
    this.faulty = Set.copyOf(faulty);
    List<String> modules = new ArrayList<>(new TreeSet<>(modules(manifests)));
    Map<String, Integer> numbers = new HashMap<>();
    modules.forEach(module -> numbers.put(module, numbers.size()));
    int[][] targets = new int[modules.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] =
          leadingOn(manifests.unitsOf(modules.get(i))).stream().mapToInt(numbers::get).toArray();
    }
    for (int[] component : StrongComponents.of(targets)) {
      close(component, modules, targets);
    }
  }

  private SortedSet<String> leadingOn(List<Manifest> units) {
    SortedSet<String> modules = new TreeSet<>();
    units.forEach(unit -> modules.addAll(named.apply(unit)));
    return modules;
  }

  private static SortedSet<String> modules(ManifestSet manifests) {
    SortedSet<String> modules = new TreeSet<>(manifests.modules().keySet());
    manifests.answers().keySet().forEach(name -> modules.add(name.module()));
    for (List<Manifest> units : manifests.modules().values()) {
      units.forEach(unit -> modules.addAll(NamedModules.imported(unit)));
    }
    return modules;
  }

  /** Modules that lead to each other have one environment. */
  private void close(int[] component, List<String> modules, int[][] targets) {
    HashWriter writer = new HashWriter().number(component.length);
    SortedSet<String> beyond = new TreeSet<>();
    for (int member : component) {
      writeModule(modules.get(member), writer);
      for (int target : targets[member]) {
        beyond.add(modules.get(target));
      }
    }
    for (int member : component) {
      beyond.remove(modules.get(member));
    }
    beyond.forEach(module -> writer.hash(ofModule(module)));
    ContentHash environment = writer.finish();
    for (int member : component) {
      ofModules.put(modules.get(member), environment);
    }
  }

  private void writeModule(String module, HashWriter writer) {
    List<Manifest> units = manifests.unitsOf(module);
    writer.text(module).number(units.size());
    for (Manifest unit : units) {
      writer.text(unit.logicalName()).text(unit.kind().name()).hash(unit.hashes().moduleHash());
      if (faulty.contains(unit.logicalName())) {
        writer.hash(unit.sourceHash());
      }
    }
    writer.text(answer(UnitName.primary(module)));
  }

  /** What came of asking for a module, where its units do not tell. */
  private String answer(UnitName name) {
    return switch (manifests.answers().get(name)) {
      case null -> "not asked";
      case ManifestAnswer.Found found -> "found";
      case ManifestAnswer.Missing missing -> "missing";
      case ManifestAnswer.Rejected rejected -> "rejected";
    };
  }

  private ContentHash ofModule(String module) {
    ContentHash known = ofModules.get(module);
    if (known == null) {
      throw new IllegalStateException("`" + module + "` is not a module of the build");
    }
    return known;
  }

  /** The environment of a unit of the build. */
  public ContentHash of(Manifest unit) {
    return ofUnits.computeIfAbsent(unit.logicalName(), name -> compute(unit));
  }

  private ContentHash compute(Manifest unit) {
    Set<String> imported = NamedModules.imported(unit);
    HashWriter writer = new HashWriter().number(imported.size());
    imported.forEach(module -> writer.hash(ofModule(module)));
    if (!unit.module().isEmpty()) {
      writer.hash(ofModule(unit.module()));
    }
    return writer.finish();
  }
}
