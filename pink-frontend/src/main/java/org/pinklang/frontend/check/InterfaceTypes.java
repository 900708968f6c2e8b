package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.text.ManifestText;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * The types that the declarations of one manifest write, as far as they follow from that manifest
 * alone: a pointer to a type of another unit is a pointer, what holds one by value is unknown. For
 * one thread, with a stack for the deepest constant expression.
 */
public final class InterfaceTypes {
  private final Manifest manifest;
  private final FactReader facts;
  private final Map<SymbolId, TypeDefinition> definitions = new HashMap<>();

  private InterfaceTypes(Manifest manifest, FactReader facts) {
    this.manifest = manifest;
    this.facts = facts;
  }

  /** The types of a manifest, for a target. */
  public static InterfaceTypes of(Manifest manifest, DataModel model) {
    List<Manifest> unknown = UnknownUnits.of(manifest);
    Map<String, List<Manifest>> modules = new HashMap<>();
    Map<UnitName, ManifestAnswer> answers = new HashMap<>();
    List<Manifest> all = new ArrayList<>(unknown);
    all.add(manifest);
    for (Manifest unit : all) {
      modules.computeIfAbsent(unit.module(), name -> new ArrayList<>()).add(unit);
      if (unit.kind().isImportable()) {
        answers.put(unit.name(), new ManifestAnswer.Found(unit));
      }
    }
    return of(manifest, new BuildFacts(new ManifestSet(answers, modules), model));
  }

  /**
   * The types of a manifest, for a target, as far as they follow from what a build knows, which the
   * manifest is part of.
   */
  public static InterfaceTypes of(Manifest manifest, BuildFacts build) {
    Manifest reader = ManifestText.parse(SourceText.of("", "manifest;")).manifest();
    UnitTree nothing = new UnitTree(null, List.of(), List.of(), 0, 0);
    return new InterfaceTypes(manifest, new FactReader(build, reader, nothing, diagnostic -> {}));
  }

  /** The type of a function; null where it is unknown, or the name is none of a function. */
  public PinkType.@Nullable Function function(String name) {
    return entity(name) instanceof Entity.Function function
            && areKnown(function.type().parameters())
            && isKnown(function.type().result())
        ? function.type()
        : null;
  }

  /** The type of a variable or constant; null where it is unknown, or the name is none of one. */
  public @Nullable PinkType global(String name) {
    return entity(name) instanceof Entity.Global global && isKnown(global.type())
        ? global.type()
        : null;
  }

  /** The value of a constant; empty where it is unknown, or the name is none of one. */
  public Optional<ConstantValue> constant(String name) {
    Declared declared = facts.module(manifest.module()).find(manifest, name);
    return declared == null || !declared.isConstant()
        ? Optional.empty()
        : Optional.ofNullable(facts.value(declared));
  }

  /** What a struct or union consists of, of whatever unit; null where it is unknown. */
  public @Nullable TypeDefinition definition(SymbolId symbol) {
    return facts.definition(symbol);
  }

  /** A struct or union whose layout is known; null for all else. */
  public @Nullable PinkType type(String name) {
    return entity(name) instanceof Entity.Type type && isKnown(type.type()) ? type.type() : null;
  }

  /** What the structs and unions consist of that the types given so far hold by value. */
  public Map<SymbolId, TypeDefinition> definitions() {
    return definitions;
  }

  private @Nullable Entity entity(String name) {
    Declared declared = facts.module(manifest.module()).find(manifest, name);
    return declared == null ? null : facts.entity(declared);
  }

  private boolean areKnown(List<PinkType> types) {
    return types.stream().allMatch(this::isKnown);
  }

  /** Whether the layout of a type is known; keeps what it follows from. */
  private boolean isKnown(PinkType type) {
    Deque<PinkType.Nominal> waiting = new ArrayDeque<>(TypeParts.heldByValue(type));
    while (!waiting.isEmpty()) {
      SymbolId symbol = waiting.remove().symbol();
      if (!definitions.containsKey(symbol)) {
        TypeDefinition definition = facts.definition(symbol);
        if (definition == null) {
          return false;
        }
        definitions.put(symbol, definition);
        waiting.addAll(TypeParts.heldByValue(definition));
      }
    }
    return !TypeParts.isErroneous(type) && TypeParts.tooLarge(type, facts.layouts()) == null;
  }
}
