package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * Answers, in one build, what units read of each other, as fingerprints. It asks as a unit outside
 * of every module would, so that nothing depends on who asks. For one thread.
 */
final class ReadEvaluator {
  private static final UnitTree NOTHING = new UnitTree(null, List.of(), List.of(), 0, 0);

  private final BuildFacts build;
  private final FactReader facts;

  ReadEvaluator(BuildFacts build) {
    this.build = build;
    this.facts = new FactReader(build, build.nobody(), NOTHING, diagnostic -> {});
  }

  /** The unit that asks, which declares nothing and belongs nowhere. */
  static Manifest nobody() {
    return Outliner.outline(SourceText.of("", ""), NOTHING).manifest();
  }

  /** What the answer to a read looks like to a user, on one line. */
  String describe(UnitRead read) {
    return new ReadDescriber(build, facts).describe(read);
  }

  ContentHash evaluate(UnitRead read) {
    Fingerprint fingerprint = new Fingerprint().add(read.getClass().getSimpleName());
    switch (read) {
      case UnitRead.Answer answer -> answer(answer.unit(), fingerprint);
      case UnitRead.Shape shape -> shape(shape.module(), fingerprint);
      case UnitRead.Shared shared -> shared(shared.module(), shared.name(), fingerprint);
      case UnitRead.Export export ->
          lookup(facts.exports().find(export.module(), export.name()), fingerprint);
      case UnitRead.Definer definer ->
          fingerprint.add(facts.module(definer.module()).definesForOthers(definer.partition()));
      case UnitRead.Body body -> body(body, fingerprint);
      case UnitRead.Fact fact -> fact(fact, fingerprint);
    }
    return fingerprint.hash();
  }

  private void answer(UnitName unit, Fingerprint fingerprint) {
    Manifest found = build.manifests().find(unit);
    if (found == null && unit.isPrimary()) {
      found = facts.module(unit.module()).primary();
    }
    fingerprint.add(found != null);
    if (found != null) {
      fingerprint.add(found.kind()).add(found.logicalName());
    }
  }

  private void shape(String module, Fingerprint fingerprint) {
    for (Manifest unit : facts.module(module).units()) {
      fingerprint.add(unit.logicalName()).add(unit.kind()).add(unit.partition());
      for (ImportDeclaration declaration : unit.imports()) {
        if (declaration.partition() != null) {
          fingerprint.add(declaration.partition().text()).add(declaration.exported());
        } else if (declaration.module() != null && declaration.module().text().equals(module)) {
          fingerprint.add("").add(declaration.exported());
        }
      }
    }
  }

  private void shared(String module, String name, Fingerprint fingerprint) {
    ModuleUnits units = facts.module(module);
    for (Manifest unit : units.declaring(name)) {
      Declared declared = units.find(unit, name);
      if (declared != null) {
        declared(declared, fingerprint);
      }
    }
  }

  private static void declared(Declared declared, Fingerprint fingerprint) {
    ManifestDeclaration declaration = declared.declaration();
    fingerprint
        .add(declared.unit().logicalName())
        .add(declared.symbol())
        .add(declaration.kind())
        .add(declaration.visibility())
        .add(declaration.defined())
        .add(declaration.nameOnly());
  }

  private static void lookup(Lookup lookup, Fingerprint fingerprint) {
    fingerprint.add(lookup.getClass().getSimpleName());
    if (lookup instanceof Lookup.Found found) {
      declared(found.declared(), fingerprint);
    }
  }

  private void body(UnitRead.Body read, Fingerprint fingerprint) {
    ContentHash offered = offered(build, read);
    fingerprint.add(offered == null ? "none" : offered.hex());
  }

  /** The fingerprint of a body that is offered; null for none. */
  static @Nullable ContentHash offered(BuildFacts build, UnitRead.Body read) {
    OfferedBodies offers = build.offers(read.unit());
    return offers == null ? null : offers.fingerprint(read.symbol().name());
  }

  private void fact(UnitRead.Fact read, Fingerprint fingerprint) {
    Declared declared = find(facts, read);
    if (declared == null) {
      fingerprint.add("absent");
      return;
    }
    switch (read.kind()) {
      case SIGNATURE -> signature(declared, fingerprint);
      case LAYOUT -> layout(read.symbol(), fingerprint);
      case VALUE -> value(declared, fingerprint);
    }
  }

  /** The declaration that a fact was read of; null where the build does not have it. */
  static @Nullable Declared find(FactReader facts, UnitRead.Fact read) {
    ModuleUnits units = facts.module(read.symbol().module());
    Manifest unit = units.unit(read.unit());
    return unit == null ? null : units.find(unit, read.symbol().name());
  }

  private void signature(Declared declared, Fingerprint fingerprint) {
    declared(declared, fingerprint);
    fingerprint.add(facts.isSound(declared));
    Entity entity = facts.entity(declared);
    switch (entity) {
      case null -> fingerprint.add("wrong");
      case Entity.Function function ->
          fingerprint.add(function.type()).add(function.external()).add(function.linkage());
      case Entity.Global global ->
          fingerprint.add(global.type()).add(global.constant()).add(global.linkage());
      case Entity.Type type ->
          fingerprint
              .add(type.type())
              .add(declared.declaration().tree() instanceof Declaration.Struct s && s.opaque());
      case Entity.Builtin builtin -> fingerprint.add(builtin.name());
      case Entity.Broken broken -> fingerprint.add("broken");
    }
  }

  /** What a type holds and everything that is held by value, each once. */
  private void layout(SymbolId symbol, Fingerprint fingerprint) {
    Map<SymbolId, TypeDefinition> held = new TreeMap<>();
    Deque<SymbolId> waiting = new ArrayDeque<>(List.of(symbol));
    while (!waiting.isEmpty()) {
      SymbolId next = waiting.pop();
      TypeDefinition definition = held.containsKey(next) ? null : facts.definition(next);
      if (definition != null) {
        held.put(next, definition);
        for (PinkType.Nominal nominal : TypeParts.heldByValue(definition)) {
          waiting.push(nominal.symbol());
        }
      }
    }
    fingerprint.add(held.size());
    held.values().forEach(fingerprint::add);
  }

  private void value(Declared declared, Fingerprint fingerprint) {
    ConstantValue value = facts.value(declared);
    fingerprint.add(value != null);
    if (value != null) {
      fingerprint.add(value);
    }
  }
}
