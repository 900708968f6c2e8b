package org.pinklang.frontend.check;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.Local;

/**
 * Tells the observer of a check, where there is one, what names stand for and which types there
 * are. Without an observer every method returns at once.
 */
final class Observations {
  /** Those nobody hears. */
  static final Observations NONE = new Observations("", null, false);

  private final String unit;
  private final boolean lenient;
  private final @Nullable ResolutionObserver observer;

  /**
   * Observations about one unit.
   *
   * @param unit logical name of its text
   */
  Observations(String unit, ResolutionObserver observer) {
    this(unit, observer, true);
  }

  private Observations(String unit, @Nullable ResolutionObserver observer, boolean lenient) {
    this.unit = unit;
    this.lenient = lenient;
    this.observer = observer;
  }

  /** Those of whoever asks single questions about a unit and listens to nothing. */
  static Observations ofAnswers(String unit) {
    return new Observations(unit, null, true);
  }

  boolean isHeard() {
    return observer != null;
  }

  /** Whether facts that have errors are wanted, as far as they go. */
  boolean areLenient() {
    return lenient;
  }

  /** The probe that is to be told about the scope at a name; null for none. */
  @Nullable ScopeProbe probeAt(Identifier name) {
    return observer instanceof ScopeProbe probe && probe.offset() == name.start() ? probe : null;
  }

  /** A node has a type. */
  void typed(Node tree, PinkType type) {
    if (observer != null) {
      observer.typed(tree.start(), tree.end(), type);
    }
  }

  /** The first part of a chain has a type. */
  void typed(int start, int end, PinkType type) {
    if (observer != null) {
      observer.typed(start, end, type);
    }
  }

  // ---- locals -------------------------------------------------------------------------------

  void declared(LocalSymbol symbol) {
    if (observer != null) {
      int start = symbol.local().offset();
      observer.declared(
          start,
          start + symbol.local().name().length(),
          local(symbol),
          kind(symbol),
          symbol.type());
    }
  }

  static ResolutionObserver.LocalKind kind(LocalSymbol symbol) {
    return switch (symbol.role()) {
      case PARAMETER -> ResolutionObserver.LocalKind.PARAMETER;
      case VARIABLE -> ResolutionObserver.LocalKind.VARIABLE;
      case CONSTANT -> ResolutionObserver.LocalKind.CONSTANT;
    };
  }

  /** A local is named. */
  void used(LocalSymbol symbol, int start) {
    if (observer != null) {
      observer.named(start, start + symbol.local().name().length(), local(symbol));
    }
  }

  /** A local is named above its declaration. */
  void usedEarly(Identifier name, Identifier declaration) {
    if (observer != null) {
      named(name, new Referent.Local(unit, declaration.start(), name.text()));
    }
  }

  Referent.Local local(LocalSymbol symbol) {
    return new Referent.Local(unit, symbol.local().offset(), symbol.local().name());
  }

  // ---- members ------------------------------------------------------------------------------

  /** A name is used as a field or alternative of a type. */
  void member(Identifier name, PinkType.Nominal owner) {
    if (observer != null) {
      named(name, new Referent.Member(owner.symbol(), name.text()));
    }
  }

  void builtInMember(Identifier name) {
    if (observer != null) {
      named(name, new Referent.BuiltInMember(name.text()));
    }
  }

  /** {@code x.f()} calls a function. */
  void method(Identifier name, Referent function, PinkType type) {
    named(name, function);
    typed(name, type);
  }

  // ---- top level ----------------------------------------------------------------------------

  /** What a name with or without a qualifier was found to be. */
  void lookedUp(@Nullable ModuleName qualifier, String module, Identifier name, Lookup lookup) {
    if (observer == null) {
      return;
    }
    Referent referent = referent(name.text(), lookup);
    if (referent != null) {
      named(name, referent);
    }
    if (qualifier != null && !(lookup instanceof Lookup.NoQualifier)) {
      String meant = lookup instanceof Lookup.NeedsImport needed ? needed.module() : module;
      module(qualifier, meant);
    }
  }

  private static @Nullable Referent referent(String name, Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found found -> new Referent.TopLevel(found.declared().symbol());
      case Lookup.Private hidden -> new Referent.TopLevel(hidden.declared().symbol());
      case Lookup.InOtherUnit hidden -> new Referent.TopLevel(hidden.declared().symbol());
      case Lookup.Ambiguous several -> new Referent.TopLevel(several.origins().getFirst().symbol());
      case Lookup.Predeclared predeclared -> new Referent.Predeclared(name);
      case Lookup.Silenced silenced -> missing(name, silenced.via());
      case Lookup.Unresolved unresolved ->
          new Referent.TopLevel(SymbolId.of(unresolved.module(), name));
      case Lookup.AmbiguousQualifier qualifier -> null;
      case Lookup.NeedsImport needed -> new Referent.TopLevel(SymbolId.of(needed.module(), name));
      case Lookup.NoQualifier qualifier -> null;
      case Lookup.Absent absent -> null;
    };
  }

  /** A name of a module that is not there is the same wherever it is used. */
  private static @Nullable Referent missing(String name, ImportDeclaration via) {
    ModuleName module = via.module();
    return module == null ? null : new Referent.TopLevel(SymbolId.of(module.text(), name));
  }

  void module(Node name, String module) {
    if (observer != null) {
      named(name, new Referent.Unit(UnitName.primary(module)));
    }
  }

  void partition(Identifier name, UnitName partition) {
    if (observer != null) {
      named(name, new Referent.Unit(partition));
    }
  }

  /** The names that a declaration of the unit declares. */
  void declares(Declared declared, Declaration tree, Supplier<@Nullable Entity> entity) {
    Identifier name = tree.name();
    if (observer == null || name == null) {
      return;
    }
    named(name, new Referent.TopLevel(declared.symbol()));
    Entity known = entity.get();
    switch (known) {
      case Entity.Function function -> typed(name, function.type());
      case Entity.Global global -> typed(name, global.type());
      case Entity.Type type -> typed(name, type.type());
      case null, default -> {}
    }
    switch (tree) {
      case Declaration.Struct struct ->
          struct.fields().forEach(field -> member(declared, field.name()));
      case Declaration.Union union ->
          union.alternatives().forEach(part -> member(declared, part.name()));
      case Declaration.Function function when function.body() == null ->
          parameters(function.parameters(), known);
      case Declaration.Extern extern -> parameters(extern.parameters(), known);
      default -> {}
    }
  }

  /** The parameters of a function that has no body to declare them. */
  private void parameters(List<Declaration.Parameter> parameters, @Nullable Entity function) {
    for (int i = 0; i < parameters.size(); i++) {
      Identifier name = parameters.get(i).name();
      PinkType type = PinkType.Erroneous.ERRONEOUS;
      if (function instanceof Entity.Function known && i < known.type().parameters().size()) {
        type = known.type().parameters().get(i);
      }
      LocalSymbol symbol =
          new LocalSymbol(
              new Local(i, name.text(), type, name.start()), LocalSymbol.Role.PARAMETER, 0, null);
      declared(symbol);
    }
  }

  private void member(Declared owner, Identifier name) {
    named(name, new Referent.Member(owner.symbol(), name.text()));
  }

  private void named(Node name, Referent referent) {
    if (observer != null && name.end() > name.start()) {
      observer.named(name.start(), name.end(), referent);
    }
  }
}
