package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/**
 * What one unit sees of everything declared at top level, for whoever asks what could be written in
 * it. Answers for units with errors too, as far as anything is known. For one thread; the unit's
 * own types are computed when they are first asked for, which wants the stack a check wants.
 */
public final class VisibleDeclarations {
  private final FactReader facts;
  private final UnitDeclarations scope;

  private VisibleDeclarations(FactReader facts) {
    this.facts = facts;
    this.scope = facts.scope(facts.own());
  }

  /**
   * What a unit sees in a build.
   *
   * @param tree its whole tree
   * @param outline its outline, made from the same tree
   */
  public static VisibleDeclarations of(UnitTree tree, OutlineResult outline, BuildFacts build) {
    return new VisibleDeclarations(
        new FactReader(
            build,
            outline.manifest(),
            tree,
            diagnostic -> {},
            Observations.ofAnswers(outline.manifest().logicalName())));
  }

  /**
   * A declaration and the unit it stands in.
   *
   * @param tree whole for the unit that asks, else as other units see it
   * @param nameOnly whether the tree lacks parameters or a type because other units do not know
   *     them
   */
  public record Site(Manifest unit, Declaration tree, boolean nameOnly) {}

  /** Where a top-level name is declared; null where the build does not have it. */
  public @Nullable Site declaration(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    return declared == null ? null : site(declared);
  }

  private Site site(Declared declared) {
    boolean nameOnly = declared.declaration().nameOnly() && !facts.isOwn(declared);
    return new Site(declared.unit(), facts.computer().tree(declared), nameOnly);
  }

  /** Where a function that its interface only declares is defined; null for any other. */
  public @Nullable Site definition(SymbolId symbol) {
    ModuleUnits units = facts.module(symbol.module());
    for (Manifest unit : units.units()) {
      Declared declared = units.find(unit, symbol.name());
      if (declared != null
          && declared.symbol().equals(symbol)
          && declared.isDefinedFunction()
          && !unit.kind().isInterface()) {
        return site(declared);
      }
    }
    return null;
  }

  /** The manifest of a module's primary unit or of a partition; null where there is none. */
  public @Nullable Manifest unit(UnitName name) {
    ModuleUnits units = facts.module(name.module());
    return name.isPrimary() ? units.primary() : units.partition(name.partition());
  }

  /** The type of a function, a global or a type's own; null where it is not known. */
  public @Nullable PinkType type(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    return switch (declared == null ? null : facts.entity(declared)) {
      case Entity.Function function -> function.type();
      case Entity.Global global -> global.type();
      case Entity.Type type -> type.type();
      case null, default -> null;
    };
  }

  /** What a struct or union holds; null where it is private here or has errors. */
  public @Nullable TypeDefinition members(SymbolId type) {
    return scope.definition(type);
  }

  /** Whether a type is a struct whose fields are private to another module. */
  public boolean isOpaque(SymbolId type) {
    return scope.isOpaqueHere(type);
  }

  // ---- names --------------------------------------------------------------------------------

  /** What can be written without qualifier, in alphabetical order. */
  public List<Referent> unqualified() {
    List<Referent> names = new ArrayList<>();
    for (String name : scope.scope().names()) {
      switch (scope.scope().find(name)) {
        case Lookup.Found found -> names.add(new Referent.TopLevel(found.declared().symbol()));
        case Lookup.Predeclared predeclared -> names.add(new Referent.Predeclared(name));
        default -> {}
      }
    }
    return names;
  }

  /** What can stand before {@code ::}: last segments and aliases, then full names. */
  public List<String> qualifiers() {
    return scope.scope().qualifiers().stream()
        .filter(qualifier -> !qualifier.isEmpty() && !qualifier.endsWith("."))
        .sorted(Comparator.comparing((String qualifier) -> qualifier.indexOf('.') >= 0))
        .toList();
  }

  /** The full name of the module that a qualifier means. */
  public String moduleOf(String qualifier) {
    return scope.scope().moduleOf(qualifier);
  }

  /** What can stand behind {@code qualifier::}, in alphabetical order. */
  public List<Referent> qualified(String qualifier) {
    List<Referent> names = new ArrayList<>();
    for (String name : names(moduleOf(qualifier))) {
      if (scope.scope().find(qualifier, name) instanceof Lookup.Found found) {
        names.add(new Referent.TopLevel(found.declared().symbol()));
      }
    }
    return names;
  }

  /** What an import can list of a module, in alphabetical order. */
  public List<Referent> exported(String module) {
    List<Referent> names = new ArrayList<>();
    for (String name : names(module)) {
      if (facts.exports().find(module, name) instanceof Lookup.Found found) {
        names.add(new Referent.TopLevel(found.declared().symbol()));
      }
    }
    return names;
  }

  private Set<String> names(String module) {
    Set<String> names = new TreeSet<>(facts.exports().names(module));
    if (module.equals(facts.own().module())) {
      facts.module(module).units().forEach(unit -> names.addAll(unit.names()));
    }
    return names;
  }

  // ---- units --------------------------------------------------------------------------------

  /** The modules that the build has, in alphabetical order. */
  public Set<String> modules() {
    Set<String> modules = new TreeSet<>(facts.manifests().modules().keySet());
    facts
        .manifests()
        .answers()
        .forEach(
            (name, answer) -> {
              if (answer instanceof ManifestAnswer.Found) {
                modules.add(name.module());
              }
            });
    modules.remove("");
    return modules;
  }

  /** The partitions of the unit's own module, in alphabetical order. */
  public Set<String> partitions() {
    Set<String> partitions = new TreeSet<>();
    for (Manifest unit : facts.module(facts.own().module()).units()) {
      if (unit.kind().isImportable() && !unit.partition().isEmpty()) {
        partitions.add(unit.partition());
      }
    }
    return partitions;
  }
}
