package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.manifest.NameGroups;
import org.pinklang.frontend.manifest.Qualifiers;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/**
 * Infers the results of the unit's functions that leave them out. Functions that need each other
 * are inferred together: in rounds, each leaving out the paths that need one still unknown, until
 * no round finds anything more. For one thread.
 */
final class ResultInference {
  private final FactReader facts;
  private final OwnTrees trees;
  private final Qualifiers qualifiers;
  private final Map<String, PinkType> known = new HashMap<>();
  private final Set<String> pending = new HashSet<>();

  ResultInference(FactReader facts, OwnTrees trees) {
    this.facts = facts;
    this.trees = trees;
    this.qualifiers = new Qualifiers(facts.own().module(), facts.own().imports());
  }

  /** Whether the result of one of the unit's functions is being inferred right now. */
  boolean isPending(Declared declared) {
    return facts.isOwn(declared) && pending.contains(declared.name());
  }

  /** The result of a function; Erroneous where it cannot be inferred, which is then reported. */
  PinkType resultOf(Declared declared, Declaration.Function tree) {
    PinkType result = known.get(declared.name());
    if (result != null) {
      return result;
    }
    NameGroups groups = new NameGroups(this::calls);
    for (List<String> group : groups.from(declared.name())) {
      infer(group);
    }
    PinkType inferred = known.get(declared.name());
    return inferred == null ? PinkType.Never.NEVER : inferred;
  }

  /** The functions without a written result that a function names, as far as they are unknown. */
  private List<String> calls(String function) {
    Set<String> names = new LinkedHashSet<>();
    FreeNames.ofExpression(
        body(function),
        (qualifier, name, use) -> {
          if (qualifiers.isOwn(qualifier)
              && trees.findInferred(name.text()) != null
              && !known.containsKey(name.text())
              && !pending.contains(name.text())) {
            names.add(name.text());
          }
        });
    return List.copyOf(names);
  }

  private Expression.Block body(String function) {
    return Objects.requireNonNull(tree(function).body());
  }

  private Declaration.Function tree(String function) {
    return Objects.requireNonNull(trees.findInferred(function));
  }

  private void infer(List<String> group) {
    int usesBefore = facts.pendingUses();
    boolean nested = !pending.isEmpty();
    List<String> unknown = new ArrayList<>(group);
    unknown.removeAll(known.keySet());
    unknown.sort((a, b) -> Integer.compare(tree(a).start(), tree(b).start()));
    pending.addAll(unknown);
    boolean progress = true;
    while (progress && !unknown.isEmpty()) {
      progress = false;
      for (String function : List.copyOf(unknown)) {
        PinkType result = infer(function);
        if (result != PinkType.Never.NEVER) {
          known.put(function, result);
          pending.remove(function);
          unknown.remove(function);
          progress = true;
        }
      }
    }
    unknown.forEach(pending::remove);
    if (nested && facts.pendingUses() != usesBefore) {
      known.keySet().removeAll(group);
      return;
    }
    unknown.forEach(this::reject);
  }

  private PinkType infer(String function) {
    Declared declared = Objects.requireNonNull(own(function));
    Declaration.Function tree = tree(function);
    PinkType result =
        BodyChecker.inferResult(
            tree, facts.parameters(declared, tree.parameters()), facts.scope(facts.own()));
    boolean main = facts.own().kind() == UnitKind.PROGRAM && function.equals("main");
    return main && MainRules.givesNothing(body(function), result) ? Scalar.NIL : result;
  }

  private Declared own(String function) {
    return Objects.requireNonNull(facts.module(facts.own().module()).find(facts.own(), function));
  }

  private void reject(String function) {
    known.put(function, PinkType.Erroneous.ERRONEOUS);
    Declaration.Function tree = tree(function);
    Span place = new Span(body(function).start(), body(function).start());
    facts.report(
        Diagnostic.of(
                NameCode.RESULT_NOT_INFERABLE,
                facts.own().logicalName(),
                tree.name().span(),
                function)
            .secondary(
                new Span(place.start(), place.start() + 1), "write the type before this: `-> Type`")
            .build());
  }
}
