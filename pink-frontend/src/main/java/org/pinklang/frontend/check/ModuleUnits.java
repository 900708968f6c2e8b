package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.DeclarationKind;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.type.SymbolId;

/** The units of one module in a build, and what is declared in which. Immutable. */
final class ModuleUnits {
  private static final Comparator<Manifest> ORDER =
      Comparator.comparing(Manifest::kind)
          .thenComparing(Manifest::partition)
          .thenComparing(Manifest::logicalName);

  private final String module;
  private final List<Manifest> units;
  private final Map<String, Manifest> partitions = new HashMap<>();
  private final @Nullable Manifest primary;
  private final List<Manifest> exporting;

  private ModuleUnits(String module, List<Manifest> units) {
    this.module = module;
    this.units = units;
    for (Manifest unit : units) {
      if (unit.kind().isImportable() && !unit.partition().isEmpty()) {
        partitions.putIfAbsent(unit.partition(), unit);
      }
    }
    this.primary = first(units, UnitKind.PRIMARY_INTERFACE);
    this.exporting = primary == null ? List.of() : shown(primary, true);
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
    return new ModuleUnits(module, byName.values().stream().sorted(ORDER).toList());
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
    return units.stream().filter(unit -> unit.kind() == kind).findFirst().orElse(null);
  }

  /** All units: the primary, interface partitions, implementation units, internal partitions. */
  List<Manifest> units() {
    return units;
  }

  @Nullable Manifest primary() {
    return primary;
  }

  @Nullable Manifest partition(String name) {
    return partitions.get(name);
  }

  /** The units whose exports are the module's: the primary and the partitions it exports. */
  List<Manifest> exporting() {
    return exporting;
  }

  /**
   * A unit and the partitions it shows to whoever imports it.
   *
   * @param exportedOnly whether only partitions count that are exported
   */
  List<Manifest> shown(Manifest unit, boolean exportedOnly) {
    Map<String, Manifest> seen = new LinkedHashMap<>();
    seen.put(unit.logicalName(), unit);
    List<Manifest> shown = new ArrayList<>();
    shown.add(unit);
    for (int i = 0; i < shown.size(); i++) {
      for (ImportDeclaration declaration : shown.get(i).imports()) {
        Manifest partition = shownBy(declaration, exportedOnly);
        if (partition != null && seen.putIfAbsent(partition.logicalName(), partition) == null) {
          shown.add(partition);
        }
      }
    }
    return List.copyOf(shown);
  }

  private @Nullable Manifest shownBy(ImportDeclaration declaration, boolean exportedOnly) {
    Identifier partition = declaration.partition();
    return partition == null || (exportedOnly && !declaration.exported())
        ? null
        : partition(partition.text());
  }

  /** Whether the module has a unit besides this one. */
  boolean hasOther(Manifest unit) {
    return units.stream().anyMatch(other -> !other.logicalName().equals(unit.logicalName()));
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
    return first(units, UnitKind.IMPLEMENTATION) != null;
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
    for (Manifest unit : units) {
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
    for (Manifest unit : units) {
      if (unit.logicalName().equals(symbol.unit())) {
        return find(unit, symbol.name());
      }
    }
    return null;
  }

  /** The interface's declaration of a function that another unit defines; null for none. */
  @Nullable Declared bodiless(String name) {
    for (Manifest unit : units) {
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
