package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.BuildFacts.FactKey;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Reads facts of declarations for the check of one unit, computing those nobody has computed yet,
 * each in the scope of the unit that declares it. For one thread.
 *
 * <p>The unit's own declarations are always computed here, so that what is wrong with them, and
 * what they use, is found; those of other units come from what the build shares where they can.
 */
final class FactReader {
  private final BuildFacts shared;
  private final Manifest own;
  private final ModuleUnits ownModule;
  private final ModuleExports exports;
  private final Map<String, UnitDeclarations> scopes = new HashMap<>();
  private final Map<FactKey, Fact> known = new HashMap<>();
  private final Map<FactKey, Declared> inProgress = new LinkedHashMap<>();
  private final Deque<Declared> ownInProgress = new ArrayDeque<>();
  private final Set<FactKey> inCycles = new HashSet<>();
  private final Set<SymbolId> reportedCycles = new HashSet<>();
  private final FactComputer computer;
  private final DependencyOrder order = new DependencyOrder(this);
  private final Layouts layouts;
  private final Consumer<Diagnostic> reports;
  private final UnitReads reads;
  private final Observations observations;

  /** Whether what is asked now is asked for the unit itself, not for a fact of another unit. */
  private boolean isForOwn = true;

  private int errors;
  private int pendingUses;
  private int hiddenUses;
  private final Set<FactKey> hidden = new HashSet<>();
  private final Set<FactKey> unsound = new HashSet<>();

  /** A fact of this check; null where it has errors. */
  private record Fact(@Nullable Object value) {}

  /**
   * A reader for one unit.
   *
   * @param tree the unit's whole tree
   * @param reports takes what is wrong with the unit
   */
  FactReader(BuildFacts shared, Manifest own, UnitTree tree, Consumer<Diagnostic> reports) {
    this(shared, own, tree, reports, Observations.NONE);
  }

  /** The same for a check that is observed. */
  FactReader(
      BuildFacts shared,
      Manifest own,
      UnitTree tree,
      Consumer<Diagnostic> reports,
      Observations observations) {
    this.observations = observations;
    this.shared = shared;
    this.own = own;
    this.ownModule = shared.moduleOf(own);
    this.reports = reports;
    this.exports = new ModuleExports(this::module, shared.exports());
    this.reads = new UnitReads(own, own.module().isEmpty() || !ownModule.hasOther(own));
    this.computer = new FactComputer(this, OwnTrees.of(tree));
    this.layouts = new Layouts(shared.model(), this::definitionOrEmpty, shared::layout);
  }

  /** Who hears what the names of the unit stand for. */
  Observations observations() {
    return observations;
  }

  DataModel model() {
    return shared.model();
  }

  Manifest own() {
    return own;
  }

  Runnable checkpoint() {
    return shared.checkpoint();
  }

  /** What the build's units know of the types they need. */
  SharedTypes types() {
    return shared.types();
  }

  ManifestSet manifests() {
    return shared.manifests();
  }

  /** The modules that an import could name. */
  KnownModules knownModules() {
    return shared.knownModules();
  }

  ModuleExports exports() {
    return exports;
  }

  FactComputer computer() {
    return computer;
  }

  Layouts layouts() {
    return layouts;
  }

  /** What the unit has read of others. */
  UnitReads reads() {
    return reads;
  }

  /** Notes that a fact of another unit's declaration is read, if it is read for this unit. */
  void noteRead(FactKey.Kind kind, Declared declared) {
    if (isForOwn && !isOwn(declared)) {
      reads.fact(kind, declared);
    }
  }

  ModuleUnits module(String module) {
    return module.equals(own.module()) ? ownModule : shared.module(module);
  }

  /** The scope of any unit. */
  UnitDeclarations scope(Manifest unit) {
    UnitDeclarations scope = scopes.get(unit.logicalName());
    if (scope == null) {
      scope = new UnitDeclarations(this, unit, unit.logicalName().equals(own.logicalName()));
      scopes.put(unit.logicalName(), scope);
    }
    return scope;
  }

  boolean isOwn(Declared declared) {
    return declared.isIn(own);
  }

  /** The declaration of an identity; null where the build does not have it. */
  @Nullable Declared find(SymbolId symbol) {
    return module(symbol.module()).find(symbol);
  }

  // ---- findings -----------------------------------------------------------------------------

  /** Takes a finding about any unit; those about other units are theirs to report. */
  void report(Diagnostic diagnostic) {
    if (diagnostic.isError()) {
      errors++;
    }
    if (diagnostic.primary().file().equals(own.logicalName())) {
      reports.accept(diagnostic);
    }
  }

  /** How many errors were met so far, in this unit and in what it needs of others. */
  int errors() {
    return errors;
  }

  /** Notes that what is being computed uses something that has errors. */
  void noteError() {
    errors++;
  }

  /**
   * Notes that what is being computed uses a private declaration of another unit that does not
   * write its types: that unit knows the fact, and nobody else.
   */
  void noteHidden() {
    hiddenUses++;
  }

  /** Whether a fact that was asked for is without errors but known in its own unit only. */
  boolean isHidden(FactKey.Kind kind, Declared declared) {
    return hidden.contains(FactKey.of(kind, declared));
  }

  /** How often a function was used whose result is not known yet. */
  int pendingUses() {
    return pendingUses;
  }

  /**
   * Counts what keeps a fact from being told to whoever asks again: errors, results that are not
   * known yet, and what only its own unit knows.
   */
  int unsettled() {
    return errors + pendingUses + hiddenUses;
  }

  // ---- facts --------------------------------------------------------------------------------

  /** Whether a declaration is a function of the unit whose result is inferred from its body. */
  boolean isInferred(Declared declared) {
    return isOwn(declared) && computer.isInferred(declared);
  }

  /** What a declaration is, its types resolved; null where it has errors. */
  @Nullable Entity entity(Declared declared) {
    if (isInferred(declared)) {
      return inferred(declared);
    }
    return read(FactKey.Kind.ENTITY, declared, Entity.class);
  }

  /**
   * A function of the unit whose result is inferred. Inference goes through other functions and
   * comes back, so that this is no fact that must not need itself.
   */
  private @Nullable Entity inferred(Declared declared) {
    if (computer.inference().isPending(declared)) {
      pendingUses++;
      return computer.pending(declared);
    }
    FactKey key = FactKey.of(FactKey.Kind.ENTITY, declared);
    Fact fact = known.get(key);
    if (fact == null) {
      int before = pendingUses;
      boolean outer = isForOwn;
      isForOwn = true;
      fact = new Fact(computer.entity(declared));
      isForOwn = outer;
      if (before == pendingUses) {
        known.put(key, fact);
      }
    }
    return fact.value() == null ? null : Entity.class.cast(fact.value());
  }

  /** The types of a function's parameters; each Erroneous where they need the function itself. */
  List<PinkType> parameters(Declared declared, List<Declaration.Parameter> trees) {
    Parameters known = read(FactKey.Kind.PARAMETERS, declared, Parameters.class);
    return known == null
        ? trees.stream().<PinkType>map(tree -> PinkType.Erroneous.ERRONEOUS).toList()
        : known.types();
  }

  /** The types of a function's parameters, as one fact. */
  private record Parameters(List<PinkType> types) {}

  /** What a struct or union holds, whoever asks; null where it has errors. */
  @Nullable TypeDefinition definition(SymbolId symbol) {
    Declared declared = find(symbol);
    return declared == null || !declared.isType()
        ? null
        : read(FactKey.Kind.DEFINITION, declared, TypeDefinition.class);
  }

  /**
   * What a struct or union holds that is held by another whose layout the unit reads: that read
   * stands for this one.
   */
  @Nullable TypeDefinition heldDefinition(SymbolId symbol) {
    boolean outer = isForOwn;
    isForOwn = false;
    TypeDefinition definition = definition(symbol);
    isForOwn = outer;
    return definition;
  }

  /** Shares the layout of a struct or union of which everything held is without errors. */
  void keepLayout(SymbolId symbol, Layout layout) {
    if (!observations.areLenient()) {
      shared.keepLayout(symbol, layout);
    }
  }

  /** What a struct or union holds, as written: it may hold itself. Null where it has errors. */
  @Nullable TypeDefinition fields(Declared declared) {
    return read(FactKey.Kind.FIELDS, declared, TypeDefinition.class);
  }

  /** The initialiser of a global, checked; null where it has errors. */
  @Nullable TypedExpression initializer(Declared declared) {
    return read(FactKey.Kind.INITIALIZER, declared, TypedExpression.class);
  }

  /** The value of a global's initialiser; null where it has errors. */
  @Nullable ConstantValue value(Declared declared) {
    return read(FactKey.Kind.VALUE, declared, ConstantValue.class);
  }

  /**
   * Whether everything others may need of a declaration is without errors. That alone is no read of
   * what it holds or of its value.
   */
  boolean isSound(Declared declared) {
    noteRead(FactKey.Kind.ENTITY, declared);
    boolean outer = isForOwn;
    isForOwn = false;
    boolean sound = hasSoundFacts(declared);
    isForOwn = outer;
    return sound;
  }

  private boolean hasSoundFacts(Declared declared) {
    if (declared.isType()) {
      return definition(declared.symbol()) != null;
    }
    return entity(declared) != null
        && (!declared.isConstant()
            || value(declared) != null
            || isHidden(FactKey.Kind.VALUE, declared));
  }

  /** Whether a fact was computed in this check or is shared by the build. */
  boolean isKnown(FactKey.Kind kind, Declared declared) {
    FactKey key = FactKey.of(kind, declared);
    return known.containsKey(key) || (!isOwn(declared) && shared.find(key) != null);
  }

  private <T> @Nullable T read(FactKey.Kind kind, Declared declared, Class<T> type) {
    noteRead(kind, declared);
    FactKey key = FactKey.of(kind, declared);
    Fact fact = known.get(key);
    if (fact != null) {
      return valueOf(key, fact, type);
    }
    boolean isOwn = isOwn(declared);
    Object kept = isOwn ? null : shared.find(key);
    if (kept != null) {
      return type.cast(kept);
    }
    if (inProgress.isEmpty()) {
      prepare(declared);
      fact = known.get(key);
      if (fact != null) {
        return valueOf(key, fact, type);
      }
    }
    if (inProgress.containsKey(key)) {
      closeCycle(key);
      return null;
    }
    Object computed = compute(key, declared, isOwn);
    return computed == null ? null : type.cast(computed);
  }

  private void prepare(Declared declared) {
    boolean outer = isForOwn;
    isForOwn = false;
    order.prepare(declared);
    isForOwn = outer;
  }

  private <T> @Nullable T valueOf(FactKey key, Fact fact, Class<T> type) {
    if (hidden.contains(key)) {
      hiddenUses++;
    }
    if (unsound.contains(key)) {
      errors++;
    }
    return fact.value() == null ? null : type.cast(fact.value());
  }

  private @Nullable Object computed(FactKey.Kind kind, Declared declared) {
    return switch (kind) {
      case ENTITY -> computer.entity(declared);
      case PARAMETERS -> new Parameters(computer.parameters(declared));
      case INITIALIZER -> computer.initializer(declared);
      case VALUE -> computer.value(declared);
      case FIELDS -> computer.fields(declared);
      case DEFINITION -> computer.definition(declared);
    };
  }

  private @Nullable Object compute(FactKey key, Declared declared, boolean isOwn) {
    int errorsBefore = errors;
    int pendingBefore = pendingUses;
    int hiddenBefore = hiddenUses;
    inProgress.put(key, declared);
    if (isOwn) {
      ownInProgress.push(declared);
    }
    boolean outer = isForOwn;
    isForOwn = isOwn;
    Object value = computed(key.kind(), declared);
    isForOwn = outer;
    inProgress.remove(key);
    if (isOwn) {
      ownInProgress.pop();
    }
    boolean pending = pendingUses != pendingBefore;
    boolean sound = errors == errorsBefore && !inCycles.contains(key);
    boolean signature = key.kind() == FactKey.Kind.ENTITY || key.kind() == FactKey.Kind.PARAMETERS;
    boolean usable = value != null && (sound || isOwn && signature || isTold(key.kind()));
    Object result = usable ? value : null;
    if (usable && !sound && observations.areLenient()) {
      unsound.add(key);
    }
    if (value == null && sound && hiddenUses != hiddenBefore) {
      hidden.add(key);
    }
    if (!pending) {
      known.put(key, new Fact(result));
      if (result != null && !isOwn && sound) {
        shared.keep(key, result);
      }
    }
    return result;
  }

  /**
   * Whether who only asks and builds nothing is told a fact as far as it could be found out. What
   * is evaluated must have no errors.
   */
  private boolean isTold(FactKey.Kind kind) {
    return observations.areLenient()
        && switch (kind) {
          case ENTITY, PARAMETERS, FIELDS, DEFINITION -> true;
          case INITIALIZER, VALUE -> false;
        };
  }

  /** The declaration of this unit whose fact is being computed; null where there is none. */
  @Nullable Declared current() {
    return ownInProgress.peek();
  }

  /** Whether a declaration is part of a circle that was reported here. */
  boolean isInReportedCycle(SymbolId symbol) {
    return reportedCycles.contains(symbol);
  }

  private void closeCycle(FactKey key) {
    List<FactKey> chain = new ArrayList<>();
    List<Declared> members = new ArrayList<>();
    boolean inside = false;
    for (Map.Entry<FactKey, Declared> entry : inProgress.entrySet()) {
      inside |= entry.getKey().equals(key);
      if (inside) {
        chain.add(entry.getKey());
        if (members.isEmpty()
            || !members.get(members.size() - 1).symbol().equals(entry.getValue().symbol())) {
          members.add(entry.getValue());
        }
      }
    }
    int last = members.size() - 1;
    if (last > 0 && members.get(last).symbol().equals(members.get(0).symbol())) {
      members.remove(last);
    }
    if (members.stream().anyMatch(this::isOwn)) {
      members.forEach(member -> reportedCycles.add(member.symbol()));
    }
    inCycles.addAll(chain);
    errors++;
    boolean ofTypes = members.stream().allMatch(Declared::isType);
    new CycleReport(this, members, ofTypes).report();
  }

  /** What a struct or union holds; nothing where it has errors, which is noted. */
  TypeDefinition definitionOrEmpty(SymbolId symbol) {
    TypeDefinition definition = definition(symbol);
    if (definition == null) {
      noteError();
    }
    return definition == null ? new TypeDefinition.Struct(symbol, List.of()) : definition;
  }
}
