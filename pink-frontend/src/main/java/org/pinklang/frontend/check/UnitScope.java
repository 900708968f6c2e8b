package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.Qualifiers;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;

/**
 * The names that one unit sees at top level: its own, those of the units of its module that it
 * imports, those its imports list, and qualified ones. Reports nothing. For one thread.
 */
final class UnitScope {
  private final Manifest unit;
  private final KnownModules known;
  private final Function<String, ModuleUnits> modules;
  private final ModuleExports exports;

  private final VisibleUnits others;

  private final Map<String, List<ImportDeclaration>> lists = new HashMap<>();
  private final List<ImportDeclaration> moduleImports = new ArrayList<>();
  private final Qualifiers qualifiers;

  UnitScope(
      Manifest unit,
      KnownModules known,
      Function<String, ModuleUnits> modules,
      ModuleExports exports) {
    this.unit = unit;
    this.known = known;
    this.modules = modules;
    this.exports = exports;
    this.qualifiers = new Qualifiers(unit.module(), unit.imports());
    this.others = new VisibleUnits(unit, this::own);
    Manifest primary = own().primary();
    if (unit.kind() == UnitKind.IMPLEMENTATION && primary != null) {
      others.add(primary, null, false);
    }
    unit.imports().forEach(this::addImport);
  }

  private ModuleUnits own() {
    return modules.apply(unit.module());
  }

  private void addImport(ImportDeclaration declaration) {
    Manifest sameModule = ofSameModule(declaration);
    if (sameModule != null) {
      others.add(sameModule, declaration, true);
    }
    if (declaration.module() != null) {
      moduleImports.add(declaration);
    }
    if (declaration.names() != null) {
      for (Identifier name : declaration.names()) {
        lists.computeIfAbsent(name.text(), n -> new ArrayList<>()).add(declaration);
      }
    }
  }

  /** The unit of this unit's own module that an import names. */
  private @Nullable Manifest ofSameModule(ImportDeclaration declaration) {
    ModuleName module = declaration.module();
    if (module != null) {
      return module.text().equals(unit.module()) ? own().primary() : null;
    }
    Identifier partition = declaration.partition();
    return partition == null ? null : own().partition(partition.text());
  }

  Manifest unit() {
    return unit;
  }

  /** What an unqualified name stands for. */
  Lookup find(String name) {
    Lookup inModule = visibleInModule(name);
    if (inModule != null) {
      return inModule;
    }
    Lookup listed = listed(name);
    if (listed != null) {
      return listed;
    }
    Entity predeclared = Predeclared.find(name);
    if (predeclared != null) {
      return new Lookup.Predeclared(predeclared);
    }
    Declared hidden = unit.module().isEmpty() ? null : own().shared(name);
    return hidden == null ? new Lookup.Absent(null) : new Lookup.InOtherUnit(hidden);
  }

  private @Nullable Lookup visibleInModule(String name) {
    Declared declared = own().find(unit, name);
    return declared == null ? others.find(name) : new Lookup.Found(declared, null);
  }

  private @Nullable Lookup listed(String name) {
    ImportDeclaration silenced = null;
    for (ImportDeclaration declaration : lists(name)) {
      ModuleName module = declaration.module();
      Lookup lookup = module == null ? null : exported(declaration, module.text(), name);
      if (lookup instanceof Lookup.Found) {
        return lookup;
      }
      silenced = declaration;
    }
    return silenced == null ? null : new Lookup.Silenced(silenced);
  }

  /** The imports that list a name. */
  List<ImportDeclaration> lists(String name) {
    return lists.getOrDefault(name, List.of());
  }

  private Lookup exported(ImportDeclaration via, String module, String name) {
    if (modules.apply(module).primary() == null) {
      return new Lookup.Silenced(via);
    }
    Lookup lookup = ofModule(module, name);
    return lookup instanceof Lookup.Found found ? new Lookup.Found(found.declared(), via) : lookup;
  }

  /** What a module that is imported gives this unit by a name; more where it is its own. */
  Lookup ofModule(String module, String name) {
    return module.equals(unit.module()) ? inOwnModule(name) : exports.find(module, name);
  }

  /** What {@code qualifier::name} stands for. */
  Lookup find(String qualifier, String name) {
    if (qualifiers.isOwn(qualifier)) {
      return inOwnModule(name);
    }
    List<ImportDeclaration> meant = imports(qualifier);
    if (meant.size() > 1) {
      return new Lookup.AmbiguousQualifier(meant);
    }
    if (meant.size() == 1) {
      ModuleName module = Objects.requireNonNull(meant.get(0).module());
      return exported(meant.get(0), module.text(), name);
    }
    String module = known.find(qualifier);
    return module == null || renamed(qualifier) != null
        ? new Lookup.NoQualifier()
        : new Lookup.NeedsImport(module);
  }

  /** What the module has by a name; the private names of an implementation unit come second. */
  private Lookup inOwnModule(String name) {
    Lookup shared = unit.kind() == UnitKind.IMPLEMENTATION ? others.find(name) : null;
    Lookup visible = shared == null ? visibleInModule(name) : shared;
    if (visible != null) {
      return visible;
    }
    Lookup exported = new Lookup.Absent(unit.module());
    Manifest primary = own().primary();
    boolean seesPrimary = primary != null && others.contains(primary);
    if (unit.kind() == UnitKind.PRIMARY_INTERFACE || seesPrimary) {
      exported = exports.find(unit.module(), name);
    }
    if (exported instanceof Lookup.Found || exported instanceof Lookup.Ambiguous) {
      return exported;
    }
    Declared hidden = own().shared(name);
    return hidden == null ? exported : new Lookup.InOtherUnit(hidden);
  }

  /** The full name of the module that a qualifier means; itself where it means none or several. */
  String moduleOf(String qualifier) {
    return qualifiers.moduleOf(qualifier);
  }

  /** The import whose alias stands in place of a last segment. */
  @Nullable ImportDeclaration renamed(String lastSegment) {
    for (ImportDeclaration declaration : moduleImports) {
      if (Objects.requireNonNull(declaration.module()).last().text().equals(lastSegment)) {
        return declaration;
      }
    }
    return null;
  }

  /** The imports that a qualifier may mean: by full name, by alias, else by last segment. */
  List<ImportDeclaration> imports(String qualifier) {
    return qualifiers.imports(qualifier);
  }

  /** Every unqualified name there is, for suggestions. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    Predeclared.names().forEach(names::add);
    names.addAll(lists.keySet());
    names.addAll(unit.names());
    names.addAll(others.names());
    return names;
  }

  /** The imported names that lack nothing but their qualifier, with it, for suggestions. */
  List<String> qualified(String name) {
    Set<String> qualified = new TreeSet<>();
    for (ImportDeclaration declaration : moduleImports) {
      ModuleName module = Objects.requireNonNull(declaration.module());
      String qualifier =
          declaration.alias() == null ? module.last().text() : declaration.alias().text();
      if (find(qualifier, name) instanceof Lookup.Found) {
        qualified.add(qualifier + "::" + name);
      }
    }
    return List.copyOf(qualified);
  }

  /** Every qualifier there is, for suggestions. */
  Set<String> qualifiers() {
    Set<String> qualifiers = new TreeSet<>();
    for (ImportDeclaration declaration : moduleImports) {
      ModuleName module = Objects.requireNonNull(declaration.module());
      qualifiers.add(module.text());
      qualifiers.add(
          declaration.alias() == null ? module.last().text() : declaration.alias().text());
    }
    return qualifiers;
  }
}
