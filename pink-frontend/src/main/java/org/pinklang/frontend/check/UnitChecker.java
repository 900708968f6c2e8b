package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * Checks one unit: its imports, its declarations and its bodies, against the answers of a build.
 *
 * <p>A check is a function of the text and the answers; it reads nothing else and waits for nobody,
 * so that units are checked in any order and on any number of threads. Chains of 100,000
 * declarations that need each other, and expressions nested as deep as the parser allows, want a
 * thread with a large stack (512 MiB).
 */
public final class UnitChecker {
  private final SourceText text;
  private final UnitTree tree;
  private final Manifest own;
  private final boolean isOutlineSound;
  private final FactReader facts;
  private final UnitDeclarations scope;
  private final ModuleUnits units;
  private final OwnTrees trees;
  private final DeclarationRules rules;
  private final Set<Diagnostic> found = new HashSet<>();
  private final List<CheckedFunction> functions = new ArrayList<>();
  private final List<CheckedGlobal> globals = new ArrayList<>();

  private UnitChecker(
      SourceText text,
      UnitTree tree,
      OutlineResult outline,
      BuildFacts build,
      Observations observations) {
    this.text = text;
    this.tree = tree;
    this.own = outline.manifest();
    this.isOutlineSound = !hasError(outline.diagnostics());
    this.facts = new FactReader(build, own, tree, found::add, observations);
    this.scope = facts.scope(own);
    this.units = facts.module(own.module());
    this.trees = OwnTrees.of(tree);
    this.rules = new DeclarationRules(facts, scope);
  }

  /**
   * Checks a unit.
   *
   * @param text the unit's text
   * @param tree its tree, with bodies
   * @param outline its outline, made from the same tree
   * @param build what the checks of the build share; its checkpoint is called before each
   *     declaration and now and then while a constant is evaluated
   * @return the checked unit, where there are no errors, and what was found; what parsing and
   *     outlining reported is not repeated, but there is no checked unit where outlining fails
   */
  public static CheckResult check(
      SourceText text, UnitTree tree, OutlineResult outline, BuildFacts build) {
    return new UnitChecker(text, tree, outline, build, Observations.NONE).check();
  }

  /**
   * What is wrong with how the units of a module fit together, as far as a unit is to blame that is
   * not checked itself: a partition that is not exported, a name declared twice. Looks at no type.
   *
   * @param tree the unit's tree, with or without bodies
   */
  public static List<Diagnostic> checkStructure(UnitTree tree, Manifest own, BuildFacts build) {
    if (!own.kind().isImportable() || !build.module(own.module()).hasOther(own)) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    FactReader facts = new FactReader(build, own, tree, found::add);
    new ModuleRules(facts, facts.scope(own), tree).checkStructure();
    return found;
  }

  /**
   * Tells an observer what the names of a unit stand for, also where there are errors. Names in
   * broken declarations are resolved as far as possible, so that more is known than in a check.
   *
   * @param observer called on this thread
   */
  public static void observe(
      SourceText text,
      UnitTree tree,
      OutlineResult outline,
      BuildFacts build,
      ResolutionObserver observer) {
    UnitChecker checker = checker(text, tree, outline, build, observer);
    new ImportRules(checker.facts, checker.scope, tree).check();
    checker.declarations();
  }

  /**
   * Tells a probe about the scope at its offset. Checks no more than the declaration that holds it
   * and what that needs.
   */
  public static void probe(
      SourceText text, UnitTree tree, OutlineResult outline, BuildFacts build, ScopeProbe probe) {
    UnitChecker checker = checker(text, tree, outline, build, probe);
    Declaration holding = null;
    for (Declaration declaration : tree.declarations()) {
      // Where braces are missing a declaration may not reach the end of its body.
      holding = declaration.start() <= probe.offset() ? declaration : holding;
    }
    if (holding != null) {
      checker.declaration(holding);
    }
  }

  private static UnitChecker checker(
      SourceText text,
      UnitTree tree,
      OutlineResult outline,
      BuildFacts build,
      ResolutionObserver observer) {
    Observations observations = new Observations(outline.manifest().logicalName(), observer);
    return new UnitChecker(text, tree, outline, build, observations);
  }

  private CheckResult check() {
    facts.reads().shape();
    new ImportRules(facts, scope, tree).check();
    new ModuleRules(facts, scope, tree).check();
    declarations();
    scope.checkSizes();
    reportDependencies();
    List<SuggestedEdit> offers = offers();
    if (hasErrors() || usesBroken()) {
      return new CheckResult(null, sorted(found), offers, Map.of());
    }
    new UnusedRules(facts, scope, tree).check();
    CheckedUnit assembled = new UnitAssembler(facts, text).unit(functions, globals);
    CheckedUnit checked = assembled.offering(new BodyOffers(facts, assembled).find());
    return new CheckResult(checked, sorted(found), offers, facts.reads().all());
  }

  private static List<Diagnostic> sorted(Set<Diagnostic> found) {
    return found.isEmpty() ? List.of() : found.stream().sorted().toList();
  }

  private void declarations() {
    for (Declaration declaration : tree.declarations()) {
      facts.checkpoint().run();
      scope.uses().enter(declaration.name());
      facts.reads().at(declaration.name() == null ? declaration : declaration.name());
      declaration(declaration);
    }
    scope.uses().enter(null);
  }

  /** Types that other units of the module may miss. */
  private List<SuggestedEdit> offers() {
    List<SuggestedEdit> offers = new ArrayList<>();
    if (own.kind().isImportable() && units.hasOther(own)) {
      InferredTypes types = new InferredTypes(facts);
      for (Declaration declaration : tree.declarations()) {
        Declared declared = find(declaration);
        SuggestedEdit offer = declared == null ? null : types.edit(declared, declaration);
        if (offer != null) {
          offers.add(offer);
        }
      }
    }
    return offers;
  }

  private @Nullable Declared find(Declaration declaration) {
    Identifier name = declaration.name();
    return name == null ? null : units.find(own, name.text());
  }

  private boolean hasErrors() {
    return !isOutlineSound || hasError(found) || hasMalformed();
  }

  private static boolean hasError(Collection<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        return true;
      }
    }
    return false;
  }

  private boolean hasMalformed() {
    for (Declaration declaration : tree.declarations()) {
      if (declaration instanceof Declaration.Malformed) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a name was used that stands for nothing, though nobody has said so: then this does, as
   * no unit may come out that lacks what its text names.
   */
  private boolean usesBroken() {
    Identifier broken = scope.uses().broken();
    // What is wrong with the form of an import the parser has said.
    if (broken != null && tree.imports().stream().noneMatch(this::isMisplaced)) {
      facts.report(
          Diagnostic.of(
                  ModuleCode.DEPENDS_ON_ERROR, own.logicalName(), broken.span(), broken.text())
              .build());
    }
    return broken != null;
  }

  /** Whether an import names nothing or stands below a declaration. */
  private boolean isMisplaced(ImportDeclaration declaration) {
    return (declaration.module() == null && declaration.partition() == null)
        || (!tree.declarations().isEmpty()
            && tree.declarations().get(0).start() < declaration.start());
  }

  private void declaration(Declaration declaration) {
    Declared declared = find(declaration);
    if (declared == null) {
      return;
    }
    if (facts.observations().isHeard()) {
      facts.observations().declares(declared, declaration, () -> facts.entity(declared));
    }
    Declaration first = trees.find(declared.name());
    if (first == null || first.start() != declaration.start()) {
      again(declared, declaration);
      return;
    }
    switch (declaration) {
      case Declaration.Function function -> function(declared, function);
      case Declaration.Global global -> global(declared, global);
      case Declaration.Struct struct -> facts.definition(declared.symbol());
      case Declaration.Union union -> facts.definition(declared.symbol());
      case Declaration.Extern extern -> facts.entity(declared);
      case Declaration.Malformed malformed -> {}
    }
    rules.check(declared, declaration);
  }

  private void function(Declared declared, Declaration.Function tree) {
    if (facts.entity(declared) instanceof Entity.Function function && tree.body() != null) {
      functions.add(BodyChecker.check(tree, function, tree.inline(), scope));
    }
  }

  /** Checks the body of a function whose name is taken, so that all its mistakes are found. */
  private void again(Declared first, Declaration declaration) {
    if (!(declaration instanceof Declaration.Function tree) || tree.body() == null) {
      return;
    }
    List<PinkType> parameters = facts.computer().parameters(first, tree.parameters());
    PinkType result =
        tree.result() == null
            ? BodyChecker.inferResult(tree, parameters, scope)
            : scope.resolveType(tree.result());
    Entity.Function function =
        new Entity.Function(
            first.symbol(),
            new PinkType.Function(parameters, result, false),
            tree.parameters().stream().map(parameter -> parameter.name().text()).toList(),
            false,
            facts.computer().linkages().of(first));
    BodyChecker.check(tree, function, tree.inline(), scope);
  }

  private void global(Declared declared, Declaration.Global tree) {
    Entity entity = facts.entity(declared);
    ConstantValue value = facts.value(declared);
    if (value != null && entity instanceof Entity.Global global) {
      globals.add(
          new CheckedGlobal(
              declared.symbol(),
              global.type(),
              global.constant(),
              global.linkage(),
              value,
              tree.name().start()));
    }
  }

  /** Reports each declaration of another unit that is used here and has errors, once. */
  private void reportDependencies() {
    boolean named = false;
    for (UnitUses.Use use : scope.uses().foreign().values()) {
      if (!facts.isSound(use.declared())) {
        named = true;
        dependsOn(use);
      }
    }
    for (UnitUses.Use use : scope.uses().unnamed().values()) {
      if (!named) {
        dependsOn(use);
      }
    }
  }

  private void dependsOn(UnitUses.Use use) {
    Declared declared = use.declared();
    if (facts.isInReportedCycle(declared.symbol())) {
      return;
    }
    facts.report(
        Diagnostic.of(
                ModuleCode.DEPENDS_ON_ERROR,
                own.logicalName(),
                use.span(),
                declared.symbol().display())
            .secondary(declared.unit().logicalName(), declared.nameSpan(), "this has errors")
            .build());
  }
}
