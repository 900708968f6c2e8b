package org.pinklang.frontend.check;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * What the checks of one build share: the answers every unit is checked against, and the resolved
 * facts of declarations (signatures, what types hold, values of constants), each of which is
 * computed when it is first needed and then kept. Only facts without errors are kept, so that what
 * a unit is told never depends on which unit asked first.
 *
 * <p>Safe for any number of threads. Two threads may compute the same fact at the same time; none
 * waits for another.
 */
public final class BuildFacts {
  /** How many facts of a unit others ask for, more or less. */
  private static final int FACTS_OF_UNIT = 16;

  private final ManifestSet manifests;
  private final DataModel model;
  private final Runnable checkpoint;
  private final Map<String, ModuleUnits> modules;
  private final Map<FactKey, Object> facts;
  private final Map<String, OfferedBodies> offers = new ConcurrentHashMap<>();
  private final Map<UnitRead, ReadAnswers.Known> answers;
  private final Map<SymbolId, Layout> layouts = new ConcurrentHashMap<>();
  private final SharedTypes types = new SharedTypes();
  private final SharedExports exports = new SharedExports();
  private final KnownModules knownModules;
  private final Manifest nobody = ReadEvaluator.nobody();

  /** The facts of one build for one target. */
  public BuildFacts(ManifestSet manifests, DataModel model) {
    this(manifests, model, () -> {}, 0);
  }

  /**
   * The facts of one build for one target, whose checks may be stopped. Has room for what checks of
   * all its units ask for.
   *
   * @param checkpoint called again and again by every check; what it throws ends the check
   */
  public BuildFacts(ManifestSet manifests, DataModel model, Runnable checkpoint) {
    this(manifests, model, checkpoint, manifests.answers().size());
  }

  private BuildFacts(ManifestSet manifests, DataModel model, Runnable checkpoint, int units) {
    this.manifests = manifests;
    this.model = model;
    this.checkpoint = checkpoint;
    this.modules = new ConcurrentHashMap<>(2 * units);
    this.facts = new ConcurrentHashMap<>(FACTS_OF_UNIT * units);
    this.answers = new ConcurrentHashMap<>(FACTS_OF_UNIT * units);
    this.knownModules = new KnownModules(manifests);
  }

  /**
   * Facts of the same answers but for one unit, of which another manifest counts: for questions
   * about a text that is newer than the build, or was never part of it. Nothing is known yet, and
   * nothing computed there is known here; there is no checkpoint.
   */
  public BuildFacts with(Manifest unit) {
    return new BuildFacts(manifests.with(unit), model);
  }

  Runnable checkpoint() {
    return checkpoint;
  }

  ManifestSet manifests() {
    return manifests;
  }

  DataModel model() {
    return model;
  }

  /**
   * The present answers to what units read in this build or in earlier ones. What is given is for
   * one thread; what it finds is shared.
   */
  public ReadAnswers readAnswers() {
    return new ReadAnswers(this);
  }

  /** What is known of the answer to a read. */
  ReadAnswers.Known answer(UnitRead read) {
    ReadAnswers.Known known = answers.get(read);
    if (known != null) {
      return known;
    }
    ReadAnswers.Known unknown = new ReadAnswers.Known();
    ReadAnswers.Known other = answers.putIfAbsent(read, unknown);
    return other == null ? unknown : other;
  }

  /**
   * Makes known what a unit offers to those that inline; at most once for each unit, and before
   * anybody asks for a {@link UnitRead.Body} of it.
   *
   * @param unit its logical name
   */
  public void offer(String unit, OfferedBodies bodies) {
    offers.put(unit, bodies);
  }

  /** What a unit offers to those that inline; null where that is not known yet. */
  public @Nullable OfferedBodies offers(String unit) {
    return offers.get(unit);
  }

  /** A unit outside of every module, which asks what is not asked for any unit. */
  Manifest nobody() {
    return nobody;
  }

  /** The units of a module as the build's answers have them. */
  ModuleUnits module(String module) {
    ModuleUnits known = modules.get(module);
    if (known == null) {
      known = ModuleUnits.of(manifests, module, null);
      modules.put(module, known);
    }
    return known;
  }

  /** The units of a unit's module, itself included also where the answers do not hold it. */
  ModuleUnits moduleOf(Manifest unit) {
    ModuleUnits known = module(unit.module());
    return known.holds(unit) ? known : ModuleUnits.of(manifests, unit.module(), unit);
  }

  /** A fact that is known; null where it is not. */
  @Nullable Object find(FactKey key) {
    return facts.get(key);
  }

  void keep(FactKey key, Object fact) {
    facts.put(key, fact);
  }

  /** The layout of a struct or union, where it is known. */
  @Nullable Layout layout(SymbolId symbol) {
    return layouts.get(symbol);
  }

  void keepLayout(SymbolId symbol, Layout layout) {
    layouts.put(symbol, layout);
  }

  /** The modules that an import could name. */
  KnownModules knownModules() {
    return knownModules;
  }

  /** What modules show through others, as far as a check has asked for it. */
  SharedExports exports() {
    return exports;
  }

  /** What structs and unions hold, as far as a check has asked for it. */
  SharedTypes types() {
    return types;
  }

  /**
   * Which fact of which declaration. Maps are asked with these wherever a name is used, so they are
   * compared by code of their own: what is generated for records is called through method handles.
   *
   * @param unit where it stands: a function may be declared in one unit and defined in another
   */
  record FactKey(Kind kind, SymbolId symbol, String unit) {

    static FactKey of(Kind kind, Declared declared) {
      return new FactKey(kind, declared.symbol(), declared.unit().logicalName());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof FactKey that
          && kind == that.kind
          && symbol.equals(that.symbol)
          && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
      return 31 * symbol.hashCode() + kind.name().hashCode();
    }

    /** The kinds of fact. */
    enum Kind {
      /** An {@link Entity}: identity and types. */
      ENTITY,
      /** The types of a function's parameters. */
      PARAMETERS,
      /** The typed initialiser of a global. */
      INITIALIZER,
      /** The {@link ConstantValue} of a global's initialiser. */
      VALUE,
      /** The {@link TypeDefinition} of a struct or union, its fields of any {@link PinkType}. */
      FIELDS,
      /** The same, once everything held by value is known to have a size. */
      DEFINITION
    }
  }
}
