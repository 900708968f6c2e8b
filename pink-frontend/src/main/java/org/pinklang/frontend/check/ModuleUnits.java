package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.type.SymbolId;

/**
 * The units of one module in a build, and what is declared in which. Immutable to its users, safe
 * for any number of threads.
 */
final class ModuleUnits {
  private static final Comparator<Manifest> ORDER =
      Comparator.comparing(Manifest::kind)
          .thenComparing(Manifest::partition)
          .thenComparing(Manifest::logicalName);

  private final String module;
  private final List<Manifest> units;
  private final Map<String, Manifest> partitions = new HashMap<>();
  private final Map<String, Manifest> byLogicalName = new HashMap<>();
  private final @Nullable Manifest primary;
  private final boolean hasImplementation;
  private final Map<String, Integer> shownByPrimary;
  private final Map<String, Integer> exportedByPrimary;
  private final List<ImportDeclaration> reexports;
  private final DeclaringUnits declaring;
  private final DeclaringUnits exporting;

  private ModuleUnits(String module, List<Manifest> units) {
    this.module = module;
    this.units = units;
    for (Manifest unit : units) {
      byLogicalName.put(unit.logicalName(), unit);
      if (unit.kind().isImportable() && !unit.partition().isEmpty()) {
        partitions.putIfAbsent(unit.partition(), unit);
      }
    }
    this.primary = first(units, UnitKind.PRIMARY_INTERFACE);
    this.hasImplementation = first(units, UnitKind.IMPLEMENTATION) != null;
    this.shownByPrimary = primary == null ? Map.of() : reach(primary, false);
    this.exportedByPrimary = primary == null ? Map.of() : reach(primary, true);
    this.declaring = new DeclaringUnits(units);
    this.exporting = new DeclaringUnits(named(exportedByPrimary));
    this.reexports = reexports(exporting.units());
  }

  private List<Manifest> named(Map<String, Integer> logicalNames) {
    List<Manifest> named = new ArrayList<>(logicalNames.size());
    for (String name : logicalNames.keySet()) {
      named.add(Objects.requireNonNull(byLogicalName.get(name)));
    }
    return named;
  }

  private static List<ImportDeclaration> reexports(List<Manifest> exporting) {
    List<ImportDeclaration> reexports = new ArrayList<>(0);
    for (Manifest unit : exporting) {
      for (ImportDeclaration declaration : unit.imports()) {
        if (declaration.exported() && declaration.module() != null) {
          reexports.add(declaration);
        }
      }
    }
    return reexports;
  }

  /**
   * The units of a module.
   *
   * @param own the unit being checked, which counts even where the build's answers do not hold it
   */
  static ModuleUnits of(ManifestSet manifests, String module, @Nullable Manifest own) {
    Map<String, Manifest> byName = new LinkedHashMap<>();
    if (own != null && own.module().equals(module)) {
      byName.put(own.logicalName(), own);
    }
    if (module.isEmpty()) {
      return new ModuleUnits(module, List.copyOf(byName.values()));
    }
    Manifest found = manifests.find(UnitName.primary(module));
    if (found != null) {
      byName.putIfAbsent(found.logicalName(), found);
    }
    for (Manifest unit : manifests.unitsOf(module)) {
      byName.putIfAbsent(unit.logicalName(), unit);
    }
    addPartitions(manifests, module, byName);
    return new ModuleUnits(
        module,
        byName.size() == 1
            ? List.copyOf(byName.values())
            : byName.values().stream().sorted(ORDER).toList());
  }

  /** Adds the partitions that units name and that were found, though they are not listed. */
  private static void addPartitions(
      ManifestSet manifests, String module, Map<String, Manifest> byName) {
    List<Manifest> waiting = new ArrayList<>(byName.values());
    for (int i = 0; i < waiting.size(); i++) {
      for (ImportDeclaration declaration : waiting.get(i).imports()) {
        Identifier partition = declaration.partition();
        Manifest unit =
            partition == null ? null : manifests.find(new UnitName(module, partition.text()));
        if (unit != null && byName.putIfAbsent(unit.logicalName(), unit) == null) {
          waiting.add(unit);
        }
      }
    }
  }

  private static @Nullable Manifest first(List<Manifest> units, UnitKind kind) {
    for (Manifest unit : units) {
      if (unit.kind() == kind) {
        return unit;
      }
    }
    return null;
  }

  /** All units: the primary, interface partitions, implementation units, internal partitions. */
  List<Manifest> units() {
    return units;
  }

  /** Whether these are the units among which one is checked: that very manifest is one of them. */
  @SuppressWarnings("ReferenceEquality") // An equal one has its declarations elsewhere.
  boolean holds(Manifest unit) {
    return unit(unit.logicalName()) == unit;
  }

  /** The unit of a logical name. */
  @Nullable Manifest unit(String logicalName) {
    return byLogicalName.get(logicalName);
  }

  @Nullable Manifest primary() {
    return primary;
  }

  @Nullable Manifest partition(String name) {
    return partitions.get(name);
  }

  /** The units whose exports are the module's: the primary and the partitions it exports. */
  List<Manifest> exporting() {
    return exporting.units();
  }

  /** Whether the exports of a unit are the module's. */
  boolean isExporting(Manifest unit) {
    return exportedByPrimary.containsKey(unit.logicalName());
  }

  /** The imports by which the module re-exports other modules. */
  List<ImportDeclaration> reexports() {
    return reexports;
  }

  /**
   * The logical names of a unit and of the partitions it shows to whoever imports it, with their
   * places in the order of what comes first.
   *
   * @param exportedOnly whether only partitions count that are exported
   */
  Map<String, Integer> shown(Manifest unit, boolean exportedOnly) {
    if (primary != null && unit.logicalName().equals(primary.logicalName())) {
      return exportedOnly ? exportedByPrimary : shownByPrimary;
    }
    return reach(unit, exportedOnly);
  }

  private Map<String, Integer> reach(Manifest unit, boolean exportedOnly) {
    Map<String, Integer> reached = new LinkedHashMap<>();
    reached.put(unit.logicalName(), 0);
    List<Manifest> waiting = new ArrayList<>();
    waiting.add(unit);
    for (int i = 0; i < waiting.size(); i++) {
      for (ImportDeclaration declaration : waiting.get(i).imports()) {
        Manifest partition = shownBy(declaration, exportedOnly);
        if (partition != null
            && reached.putIfAbsent(partition.logicalName(), reached.size()) == null) {
          waiting.add(partition);
        }
      }
    }
    return Collections.unmodifiableMap(reached);
  }

  private @Nullable Manifest shownBy(ImportDeclaration declaration, boolean exportedOnly) {
    Identifier partition = declaration.partition();
    return partition == null || (exportedOnly && !declaration.exported())
        ? null
        : partition(partition.text());
  }

  /** Whether the module has a unit besides this one. */
  boolean hasOther(Manifest unit) {
    for (Manifest other : units) {
      if (!other.logicalName().equals(unit.logicalName())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a partition holds the body of a function that the interface declares. */
  boolean definesForOthers(String partition) {
    Manifest unit = partition(partition);
    return unit != null
        && unit.declarations().stream()
            .anyMatch(declaration -> declaration.defined() && bodiless(declaration.name()) != null);
  }

  /** Whether the module has a unit that sees what the primary imports. */
  boolean hasImplementation() {
    return hasImplementation;
  }

  /** The units that declare a name. */
  List<Manifest> declaring(String name) {
    return declaring.of(name);
  }

  /** What importers find by a name without regard to re-exports; null for nothing. */
  @Nullable Declared exported(String name) {
    for (Manifest unit : exporting.of(name)) {
      Declared declared = find(unit, name);
      if (declared != null && declared.exported()) {
        return declared;
      }
    }
    return null;
  }

  /** A declaration of one unit; null where the unit has none of the name. */
  @Nullable Declared find(Manifest unit, String name) {
    ManifestDeclaration declaration = unit.find(name);
    return declaration == null ? null : new Declared(unit, declaration, symbol(unit, declaration));
  }

  /** The declaration of a name that all units of the module share; null for none. */
  @Nullable Declared shared(String name) {
    Declared bodiless = bodiless(name);
    if (bodiless != null) {
      return bodiless;
    }
    for (Manifest unit : declaring.of(name)) {
      Declared declared = unit.kind().isImportable() ? find(unit, name) : null;
      if (declared != null) {
        return declared;
      }
    }
    return null;
  }

  /** The declaration of an identity of this module; null for none. */
  @Nullable Declared find(SymbolId symbol) {
    if (symbol.unit().isEmpty()) {
      return shared(symbol.name());
    }
    Manifest unit = unit(symbol.unit());
    return unit == null ? null : find(unit, symbol.name());
  }

  /** The interface's declaration of a function that another unit defines; null for none. */
  @Nullable Declared bodiless(String name) {
    for (Manifest unit : declaring.of(name)) {
      ManifestDeclaration declaration = unit.kind().isInterface() ? unit.find(name) : null;
      if (declaration != null) {
        Declared declared = new Declared(unit, declaration, SymbolId.of(module, name));
        if (declared.isBodiless()) {
          return declared;
        }
      }
    }
    return null;
  }

  private SymbolId symbol(Manifest unit, ManifestDeclaration declaration) {
    boolean own =
        switch (unit.kind()) {
          case PROGRAM -> true;
          case IMPLEMENTATION ->
              !declaration.defined()
                  || bodiless(declaration.name()) == null
                  || isNoFunction(declaration);
          case PRIMARY_INTERFACE, INTERFACE_PARTITION, INTERNAL_PARTITION -> false;
        };
    return new SymbolId(module, own ? unit.logicalName() : "", declaration.name());
  }

  private static boolean isNoFunction(ManifestDeclaration declaration) {
    return declaration.kind() != DeclarationKind.FUNCTION;
  }
}
