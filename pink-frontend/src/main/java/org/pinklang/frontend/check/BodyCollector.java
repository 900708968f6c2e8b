package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.HeldBody;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypeDefinitions;
import org.pinklang.frontend.typed.TypedChildren;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Collects the bodies of other units that a checked unit is to hold for inlining: those of the
 * functions it calls, and those these call. A body is taken only where it is valid in this build.
 *
 * <p>Bodies of a unit become known when that unit has been checked. So collecting stops where one
 * is not known yet, and is taken up again when it is; what comes out does not depend on when that
 * was. For one thread at a time.
 */
public final class BodyCollector {
  /** How many calls deep bodies are taken; from there on a call is a call. */
  private static final int MAX_DEPTH = 6;

  private final CheckedUnit unit;
  private final BuildFacts build;
  private final FactReader facts;
  private final Deque<Callee> waiting = new ArrayDeque<>();
  private final Set<SymbolId> seen = new HashSet<>();
  private final List<HeldBody> held = new ArrayList<>();

  /**
   * A function that is called.
   *
   * @param span where the unit's own text calls it, or what leads to it
   */
  private record Callee(SymbolId symbol, int depth, Span span) {}

  /**
   * Nothing collected yet.
   *
   * @param unit the unit as it was checked
   * @param own its manifest
   * @param tree its tree
   * @param build the facts it was checked against
   */
  public BodyCollector(CheckedUnit unit, Manifest own, UnitTree tree, BuildFacts build) {
    this.unit = unit;
    this.build = build;
    this.facts = new FactReader(build, own, tree, diagnostic -> {});
    for (CheckedFunction function : unit.functions()) {
      addCallees(function.body(), 1, null);
    }
  }

  private void addCallees(TypedExpression body, int depth, @Nullable Span root) {
    Deque<TypedExpression> open = new ArrayDeque<>();
    open.push(body);
    while (!open.isEmpty()) {
      TypedExpression expression = open.pop();
      if (expression instanceof TypedExpression.Call call
          && call.callee() instanceof TypedExpression.FunctionReference callee
          && !callee.external()
          && seen.add(callee.symbol())) {
        Span span = root == null ? new Span(callee.offset(), callee.offset() + 1) : root;
        waiting.add(new Callee(callee.symbol(), depth, span));
      }
      List<TypedExpression> children = new ArrayList<>();
      TypedChildren.visit(expression, children::add);
      children.reversed().forEach(open::push);
    }
  }

  /**
   * Collects until all is done or a unit's bodies have to be known.
   *
   * @return the logical name of that unit; null when all is done
   */
  public @Nullable String advance() {
    while (!waiting.isEmpty()) {
      Callee callee = waiting.getFirst();
      String definer = definer(callee.symbol());
      if (definer != null) {
        OfferedBodies offers = build.offers(definer);
        if (offers == null) {
          return definer;
        }
        take(callee, definer, offers);
      }
      waiting.removeFirst();
    }
    return null;
  }

  /** The other unit that defines a function where its signature stands; null for none. */
  private @Nullable String definer(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    return declared == null || facts.isOwn(declared) || !declared.isDefinedFunction()
        ? null
        : declared.unit().logicalName();
  }

  private void take(Callee callee, String definer, OfferedBodies offers) {
    facts.reads().at(callee.span());
    facts.reads().body(callee.symbol(), definer);
    HeldBody body = offers.find(callee.symbol().name());
    if (body != null
        && body.function().symbol().equals(callee.symbol())
        && BodyValidator.isValid(facts, body)) {
      held.add(body);
      if (callee.depth() < MAX_DEPTH) {
        addCallees(body.function().body(), callee.depth() + 1, callee.span());
      }
    }
  }

  /**
   * What the bodies were taken from and what they need, each with a place of the unit that asked.
   */
  public Map<UnitRead, Span> reads() {
    return facts.reads().all();
  }

  /** The unit with the bodies; when all is done. */
  public CheckedUnit unit() {
    if (held.isEmpty()) {
      return unit;
    }
    HeldTypes types = new HeldTypes(facts, build.types());
    for (HeldBody body : held) {
      addTypes(body.function(), types);
    }
    return unit.holding(held, new Joined(unit.types(), types.definitions()));
  }

  /** What the unit's own code needs to know of types, and what the bodies do. */
  private record Joined(TypeDefinitions own, TypeDefinitions ofBodies) implements TypeDefinitions {
    @Override
    public @Nullable TypeDefinition get(SymbolId symbol) {
      TypeDefinition known = own.get(symbol);
      return known == null ? ofBodies.get(symbol) : known;
    }

    @Override
    public boolean isNeeded(SymbolId symbol) {
      return own.isNeeded(symbol) || ofBodies.isNeeded(symbol);
    }
  }

  private static void addTypes(CheckedFunction function, HeldTypes types) {
    addType(function.type(), types);
    for (Local local : function.locals()) {
      addType(local.type(), types);
    }
    Deque<TypedExpression> open = new ArrayDeque<>();
    open.push(function.body());
    while (!open.isEmpty()) {
      TypedExpression expression = open.pop();
      addType(expression.type(), types);
      if (expression instanceof TypedExpression.SliceOf slice) {
        types.add(slice.type().element());
      }
      TypedChildren.visit(expression, open::push);
    }
  }

  private static void addType(PinkType type, HeldTypes types) {
    if (type instanceof PinkType.Function function) {
      function.parameters().forEach(types::add);
      types.add(function.result());
    } else {
      types.add(type);
    }
  }
}
