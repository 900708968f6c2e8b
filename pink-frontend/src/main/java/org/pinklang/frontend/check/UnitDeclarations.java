package org.pinklang.frontend.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * What one unit sees of everything declared at top level: the unit being checked, or another whose
 * facts are being computed, whose mistakes then are not reported here.
 */
final class UnitDeclarations implements Declarations {
  private final FactReader facts;
  private final Manifest unit;
  private final boolean isOwn;
  private final UnitScope scope;
  private final NameErrors errors;
  private final UnitUses uses = new UnitUses();
  private final SettledNames settled = new SettledNames();
  private final Observations observations;
  private final Layouts layouts;
  private final LengthEvaluator lengths = this::length;

  UnitDeclarations(FactReader facts, Manifest unit, boolean isOwn) {
    this.facts = facts;
    this.unit = unit;
    this.isOwn = isOwn;
    this.observations = isOwn ? facts.observations() : Observations.NONE;
    this.scope = new UnitScope(unit, facts.knownModules(), facts::module, facts.exports());
    this.errors = new NameErrors(unit, scope, facts.exports());
    // Layouts remember what they know; the unit's own are to ask for all that it depends on.
    this.layouts = isOwn ? new Layouts(facts.model(), facts::definitionOrEmpty) : facts.layouts();
  }

  /** What the unit used so far. */
  UnitUses uses() {
    return uses;
  }

  NameErrors errors() {
    return errors;
  }

  UnitScope scope() {
    return scope;
  }

  @Override
  public String file() {
    return unit.logicalName();
  }

  @Override
  public String module() {
    return unit.module();
  }

  // ---- names --------------------------------------------------------------------------------

  /** What a name stands for; neither reports nor counts as a use. */
  Lookup lookUp(@Nullable ModuleName qualifier, Identifier name) {
    return qualifier == null ? scope.find(name.text()) : scope.find(qualifier.text(), name.text());
  }

  @Override
  public Entity resolve(Expression.Path path, OpenBlocks blocks) {
    SettledNames.Settled known = settled.find(path.qualifier(), path.name());
    if (known != null) {
      return useAgain(known, path.name());
    }
    boolean unknown =
        path.qualifier() == null && scope.find(path.name().text()) instanceof Lookup.Absent;
    Identifier below = unknown ? blocks.declaredBelow(path.name()) : null;
    if (below != null) {
      observations.usedEarly(path.name(), below);
      report(errors.declaredBelow(path.name(), below).build());
      return new Entity.Broken(null);
    }
    return resolve(path.qualifier(), path.name());
  }

  private Entity resolve(@Nullable ModuleName qualifier, Identifier name) {
    Entity entity = entityOf(qualifier, name);
    if (isOwn && entity instanceof Entity.Broken) {
      uses.addBroken(name);
    }
    return entity;
  }

  private Entity entityOf(@Nullable ModuleName qualifier, Identifier name) {
    SettledNames.Settled known = settled.find(qualifier, name);
    if (known != null) {
      return useAgain(known, name);
    }
    noteLookup(qualifier == null ? null : qualifier.text(), name);
    Lookup result = lookUp(qualifier, name);
    observe(qualifier, name, result);
    int before = facts.unsettled();
    Entity entity = entityOf(result, qualifier, name);
    if (before == facts.unsettled() && canSettle(result, entity)) {
      Declared declared = result instanceof Lookup.Found found ? found.declared() : null;
      settled.keep(qualifier, name, entity, declared);
    }
    return entity;
  }

  /** Whether nothing about a name can change, and nobody wants to hear of each of its uses. */
  private boolean canSettle(Lookup lookup, Entity entity) {
    return !observations.isHeard()
        && !(entity instanceof Entity.Broken)
        && (lookup instanceof Lookup.Predeclared
            || lookup instanceof Lookup.Found found && !facts.isInferred(found.declared()));
  }

  /** Another use of a name: notes what depends on where it stands. */
  private Entity useAgain(SettledNames.Settled known, Identifier name) {
    Declared declared = known.declared;
    if (isOwn) {
      facts.reads().at(name);
    }
    if (declared != null && declared.isIn(unit)) {
      addOwnUse(declared);
    } else if (declared != null && isOwn && known.noteUse(name)) {
      uses.addForeign(declared, name.span());
    }
    return known.entity;
  }

  private void addOwnUse(Declared declared) {
    Declared user = isOwn ? facts.current() : null;
    uses.addDeclaration(declared.name(), user == null ? null : user.name());
  }

  private Entity entityOf(Lookup result, @Nullable ModuleName qualifier, Identifier name) {
    return switch (result) {
      case Lookup.Found found -> use(found, qualifier, name);
      case Lookup.Predeclared predeclared -> predeclared.entity();
      case Lookup.Silenced silenced -> {
        uses.addImport(silenced.via(), qualifier == null ? name.text() : null);
        facts.noteError();
        yield new Entity.Broken(null);
      }
      case Lookup.AmbiguousQualifier ambiguous -> {
        ambiguous.imports().forEach(via -> uses.addImport(via, null));
        yield reject(ambiguous, qualifier, name);
      }
      case Lookup lookup -> reject(lookup, qualifier, name);
    };
  }

  private void observe(@Nullable ModuleName qualifier, Identifier name, Lookup result) {
    if (observations.isHeard()) {
      String module = qualifier == null ? unit.module() : scope.moduleOf(qualifier.text());
      observations.lookedUp(qualifier, module, name, result);
    }
  }

  /** Notes where a name of the unit being checked is looked for outside of it. */
  private void noteLookup(@Nullable String qualifier, Identifier name) {
    if (isOwn) {
      facts.reads().at(name);
      noteLookup(qualifier, name.text());
    }
  }

  private void noteLookup(@Nullable String qualifier, String name) {
    if (qualifier == null) {
      facts.reads().shared(name);
      for (ImportDeclaration via : scope.lists(name)) {
        noteExport(via, name);
      }
    } else if (qualifier.equals(unit.module())) {
      noteOwnModule(name);
    } else {
      List<ImportDeclaration> meant = scope.imports(qualifier);
      for (ImportDeclaration via : meant) {
        noteExport(via, name);
      }
      if (meant.isEmpty()) {
        noteOwnModule(name);
      }
    }
  }

  private void noteExport(ImportDeclaration via, String name) {
    if (via.module() != null && via.module().text().equals(unit.module())) {
      noteOwnModule(name);
    } else if (via.module() != null) {
      facts.reads().export(via.module().text(), name);
    }
  }

  private void noteOwnModule(String name) {
    if (!unit.module().isEmpty()) {
      facts.reads().shared(name);
      facts.reads().export(unit.module(), name);
    }
  }

  private Entity reject(Lookup lookup, @Nullable ModuleName qualifier, Identifier name) {
    if (qualifier != null) {
      uses.addImports(scope.imports(qualifier.text()));
    }
    if (isOwn) {
      report(errors.of(lookup, qualifier, name).build());
    } else {
      facts.noteError(); // the unit itself says what is wrong
    }
    return new Entity.Broken(null);
  }

  private Entity use(Lookup.Found found, @Nullable ModuleName qualifier, Identifier name) {
    Declared declared = found.declared();
    if (found.via() != null) {
      uses.addImport(found.via(), null);
    }
    if (qualifier != null) {
      uses.addImports(scope.imports(qualifier.text()));
    } else {
      for (ImportDeclaration via : scope.lists(name.text())) {
        uses.addImport(via, name.text());
      }
    }
    if (declared.isIn(unit)) {
      addOwnUse(declared);
    } else if (!declared.exported() && !declared.writesTypes()) {
      if (uses.addUnwritten(declared)) {
        report(errors.typeNotWritten(declared, name).build());
      }
      facts.noteError();
      return new Entity.Broken(declared.symbol());
    } else if (isOwn) {
      uses.addForeign(declared, name.span());
    }
    Entity entity = facts.entity(declared);
    if (entity == null && !facts.isHidden(BuildFacts.FactKey.Kind.ENTITY, declared)) {
      facts.noteError();
    }
    return entity == null ? new Entity.Broken(declared.symbol()) : entity;
  }

  @Override
  public @Nullable Entity find(String name) {
    if (isOwn) {
      noteLookup(null, name);
    }
    Identifier identifier = new Identifier(name, 0, 0);
    return switch (scope.find(name)) {
      case Lookup.Found found when isUsable(found.declared()) -> {
        Entity entity = facts.entity(found.declared());
        if (entity != null) {
          use(found, null, identifier);
        }
        yield entity;
      }
      case Lookup.Predeclared predeclared -> predeclared.entity();
      default -> null;
    };
  }

  private boolean isUsable(Declared declared) {
    return declared.isIn(unit) || declared.exported() || declared.writesTypes();
  }

  @Override
  public Entity.@Nullable Function method(PinkType.Nominal type, String name) {
    String module = type.symbol().module();
    if (module.isEmpty()) {
      return null;
    }
    if (isOwn && module.equals(unit.module())) {
      noteOwnModule(name);
    } else if (isOwn) {
      facts.reads().export(module, name);
    }
    Declared declared = methodOf(module, name);
    if (declared == null || declared.isType() || !isUsable(declared)) {
      return null;
    }
    if (facts.entity(declared) instanceof Entity.Function function) {
      uses.addModule(module);
      return function;
    }
    return null;
  }

  @Override
  public Observations observations() {
    return observations;
  }

  @Override
  public Set<String> names() {
    return scope.names();
  }

  @Override
  public Set<String> methodNames(PinkType.Nominal type) {
    String module = type.symbol().module();
    Set<String> names = new TreeSet<>(facts.exports().names(module));
    if (module.equals(unit.module())) {
      facts.module(module).units().forEach(other -> names.addAll(other.names()));
    }
    return names;
  }

  private @Nullable Declared methodOf(String module, String name) {
    Declared declared = module.equals(unit.module()) ? facts.module(module).shared(name) : null;
    return declared == null && facts.exports().find(module, name) instanceof Lookup.Found found
        ? found.declared()
        : declared;
  }

  @Override
  public void observeMethod(PinkType receiver, Identifier name) {
    Lookup lookup = scope.find(name.text());
    Declared method =
        receiver instanceof PinkType.Nominal nominal
            ? methodOf(nominal.symbol().module(), name.text())
            : null;
    if (!(lookup instanceof Lookup.Found) && method != null) {
      lookup = new Lookup.Found(method, null);
    }
    if (lookup instanceof Lookup.Found) {
      observe(null, name, lookup);
    }
  }

  @Override
  public List<String> similar(String name) {
    return errors.similar(name);
  }

  // ---- types --------------------------------------------------------------------------------

  @Override
  public PinkType resolveType(TypeTree tree, LengthEvaluator lengths) {
    PinkType type = typeOf(tree, lengths);
    boolean fits = TypeParts.tooLarge(type, layouts()) == null;
    if (!fits) {
      reportTooLarge(type, tree.span());
    }
    return fits ? type : PinkType.Erroneous.ERRONEOUS;
  }

  /**
   * The type a tree at top level stands for. Its size is looked at once all declarations are known,
   * because it may be the one of a type that is being resolved.
   */
  PinkType resolveType(TypeTree tree) {
    PinkType type = typeOf(tree, lengths);
    if (isOwn) {
      uses.addType(type, tree.span());
    }
    return type;
  }

  /** Reports the types written at top level that are too large. */
  void checkSizes() {
    // Looking at a size can resolve further declarations, and so find further types.
    for (int i = 0; i < uses.types().size(); i++) {
      UnitUses.WrittenType written = uses.types().get(i);
      reportTooLarge(written.type(), written.span());
    }
  }

  private void reportTooLarge(PinkType type, Span span) {
    PinkType part = TypeParts.tooLarge(type, layouts());
    if (part != null) {
      report(Diagnostic.of(TypeCode.TOO_LARGE, file(), span, part.display()).build());
    }
  }

  private PinkType typeOf(TypeTree tree, LengthEvaluator lengths) {
    PinkType type = typeOfParts(tree, lengths);
    observations.typed(tree, type);
    return type;
  }

  private PinkType typeOfParts(TypeTree tree, LengthEvaluator lengths) {
    return switch (tree) {
      case TypeTree.Malformed malformed -> {
        facts.noteError();
        yield PinkType.Erroneous.ERRONEOUS;
      }
      case TypeTree.Named named -> named(named);
      case TypeTree.Tuple tuple ->
          new PinkType.Tuple(tuple.elements().stream().map(e -> typeOf(e, lengths)).toList());
      case TypeTree.Array array -> array(array, lengths);
      case TypeTree.Pointer pointer -> pointer(pointer, lengths);
      case TypeTree.Function function ->
          new PinkType.Function(
              function.parameters().stream().map(p -> typeOf(p, lengths)).toList(),
              function.result() == null ? Scalar.NIL : typeOf(function.result(), lengths),
              false);
    };
  }

  private PinkType pointer(TypeTree.Pointer tree, LengthEvaluator lengths) {
    PinkType target = typeOf(tree.target(), lengths);
    return switch (tree.kind()) {
      case PLAIN -> new PinkType.Pointer(target, false);
      case NULLABLE -> new PinkType.Pointer(target, true);
      case SLICE -> new PinkType.Slice(target);
    };
  }

  private PinkType array(TypeTree.Array tree, LengthEvaluator lengths) {
    PinkType element = typeOf(tree.element(), lengths);
    long length = lengths.evaluate(tree.length());
    if (length < 0) {
      facts.noteError();
      return PinkType.Erroneous.ERRONEOUS;
    }
    return new PinkType.Array(element, length);
  }

  private PinkType named(TypeTree.Named tree) {
    SettledNames.Settled known = settled.find(tree.qualifier(), tree.name());
    if (known != null && known.entity instanceof Entity.Type type) {
      useAgain(known, tree.name());
      return type.type();
    }
    noteLookup(tree.qualifier() == null ? null : tree.qualifier().text(), tree.name());
    if (lookUp(tree.qualifier(), tree.name()) instanceof Lookup.Found found
        && !found.declared().isType()) {
      observe(tree.qualifier(), tree.name(), found);
      uses.addDeclaration(found.declared().name(), null);
      report(errors.notAType(found.declared(), tree).build());
      return PinkType.Erroneous.ERRONEOUS;
    }
    Entity entity = resolve(tree.qualifier(), tree.name());
    if (entity instanceof Entity.Type type) {
      return type.type();
    }
    if (entity instanceof Entity.Builtin) {
      report(errors.notAType("a predeclared function", tree).build());
    }
    return PinkType.Erroneous.ERRONEOUS;
  }

  private long length(Expression tree) {
    int errorsBefore = facts.errors();
    TypedExpression typed = BodyChecker.initializer(tree, null, this);
    if (facts.errors() != errorsBefore) {
      return -1;
    }
    if (typed.type() == PinkType.Erroneous.ERRONEOUS) {
      return -1;
    }
    if (!(typed.type() instanceof Scalar scalar && scalar.isInteger())
        && typed.type() != PinkType.Never.NEVER) {
      report(
          Diagnostic.of(
                  TypeCode.NOT_AN_INTEGER,
                  file(),
                  tree.span(),
                  "the length of an array",
                  typed.type().display())
              .build());
      return -1;
    }
    ConstantProblems problems = new ConstantProblems(this, tree);
    ConstantValue value =
        problems.value(ConstantEvaluator.evaluate(typed, new GlobalConstants(facts)));
    return value instanceof ConstantValue.IntegerConstant length ? problems.length(length) : -1;
  }

  @Override
  public @Nullable TypeDefinition definition(SymbolId symbol) {
    if (isOpaqueHere(symbol)) {
      return null;
    }
    TypeDefinition definition = facts.definition(symbol);
    if (definition == null) {
      facts.noteError();
      Declared declared = facts.find(symbol);
      if (isOwn && declared != null && !declared.isIn(unit)) {
        uses.addUnnamed(declared);
      }
    }
    return definition;
  }

  @Override
  public boolean isOpaqueHere(SymbolId symbol) {
    if (symbol.module().equals(unit.module())) {
      return false;
    }
    Declared declared = findKnown(symbol);
    return declared != null
        && declared.declaration().tree() instanceof Declaration.Struct struct
        && struct.opaque();
  }

  /** A declaration of which the unit reads no more than what it is. */
  private @Nullable Declared findKnown(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    if (isOwn && declared != null) {
      facts.noteRead(BuildFacts.FactKey.Kind.ENTITY, declared);
    }
    return declared;
  }

  // ---- values -------------------------------------------------------------------------------

  @Override
  public @Nullable ConstantValue constant(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    if (declared == null || !declared.isConstant()) {
      return null;
    }
    ConstantValue value = facts.value(declared);
    if (value == null) {
      facts.noteError();
    }
    return value;
  }

  @Override
  public boolean isConstant(SymbolId symbol) {
    Declared declared = findKnown(symbol);
    return declared != null && declared.isConstant();
  }

  @Override
  public @Nullable Label declaredAt(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    return declared == null
        ? null
        : new Label(declared.unit().logicalName(), declared.nameSpan(), "");
  }

  @Override
  public Runnable checkpoint() {
    return facts.checkpoint();
  }

  @Override
  public Layouts layouts() {
    return layouts;
  }

  @Override
  public void report(Diagnostic diagnostic) {
    facts.report(diagnostic);
  }
}
