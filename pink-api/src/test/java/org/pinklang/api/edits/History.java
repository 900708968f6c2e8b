package org.pinklang.api.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Diagnostic;
import org.pinklang.api.ObjectFile;
import org.pinklang.api.Optimization;
import org.pinklang.api.Output;
import org.pinklang.api.Rebuild;
import org.pinklang.api.edits.Names.Found;

/**
 * What a reference model remembers of the builds of one store, and what it says the next one does:
 * a unit is made again where its tokens, what it reads of others or the places its panics name were
 * never seen together, or where it has errors.
 *
 * <p>Not exact is: what {@link Reads} says may matter; that of results for the same tokens the last
 * few are kept only; whether a warning has a place that depends on blanks; and which functions may
 * run out of stack, which is not known before they are optimised.
 */
final class History {
  private static final int RESULTS_KEPT = 4;

  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Map<String, List<String>> recent = new HashMap<>();
  private final Map<String, String> laidOut = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> objects = new HashSet<>();

  /** What a model says of a unit in a build. */
  private record State(String key, String text, String least, String most) {}

  /** Compares what a build did with what the model says, and remembers the build. */
  void check(Program program, Step step, CompilationResult result, String what) {
    Map<String, State> states = new TreeMap<>();
    program.units().forEach(unit -> states.put(unit.logicalName(), state(program, unit, step)));
    Set<String> wrong = new TreeSet<>();
    result.diagnostics().stream()
        .filter(Diagnostic::isError)
        .forEach(found -> wrong.add(found.range().file()));
    Set<String> told = new TreeSet<>();
    result.diagnostics().forEach(found -> told.add(found.range().file()));
    Set<String> must = new TreeSet<>();
    Set<String> may = new TreeSet<>();
    states.forEach(
        (unit, state) -> {
          if (wrong.contains(unit) || !seen(state).contains(state.least())) {
            must.add(unit);
          }
          boolean laidOutAnew =
              told.contains(unit) && !state.text().equals(laidOut.get(state.key()));
          if (must.contains(unit) || laidOutAnew || !recent(state).contains(state.most())) {
            may.add(unit);
          }
        });
    Set<String> checked = new TreeSet<>();
    result.rebuilds().stream().map(Rebuild::unit).forEach(checked::add);
    assertThat(checked).as(what + ": at least these are checked").containsAll(must);
    assertThat(may).as(what + ": at most these are checked").containsAll(checked);
    states.forEach((unit, state) -> remember(state, wrong.contains(unit)));
    outlined(program, wrong, result, what);
    compiled(states, result, step, what);
  }

  private static State state(Program program, Unit unit, Step step) {
    boolean compiles = step.output() != Output.DIAGNOSTICS;
    Names names = new Names(program);
    UnitText text = new UnitText(program, unit);
    Optimization optimization = compiles ? step.optimization() : Optimization.O0;
    String key = unit.logicalName() + compiles + optimization + text.plain();
    Set<String> least = new TreeSet<>();
    Set<String> most = new TreeSet<>();
    if (compiles) {
      least.addAll(text.panics());
      most.addAll(text.panics());
      most.addAll(text.functions(optimization != Optimization.O0));
    }
    if (optimization != Optimization.O0) {
      most.addAll(textsOfBodies(program, unit));
    }
    return new State(
        key,
        text.text(),
        least + "\n" + new Reads(names, false).of(unit),
        most + "\n" + new Reads(names, true).of(unit));
  }

  /**
   * The texts of the units whose bodies a unit may hold: of all that it uses, also through others.
   */
  private static Set<String> textsOfBodies(Program program, Unit unit) {
    Names names = new Names(program);
    Set<String> texts = new TreeSet<>();
    Set<String> followed = new HashSet<>();
    Deque<Found> open = new ArrayDeque<>();
    unit.items().forEach(item -> open.add(new Found(unit, item)));
    while (!open.isEmpty()) {
      Found next = open.poll();
      if (followed.add(next.owner().logicalName() + " " + next.item().name())) {
        if (next.owner() != unit) {
          texts.add(new UnitText(program, next.owner()).text());
        }
        next.item().uses().forEach(use -> names.find(next.owner(), use).ifPresent(open::add));
      }
    }
    return texts;
  }

  private Set<String> seen(State state) {
    return seen.computeIfAbsent(state.key(), key -> new HashSet<>());
  }

  private List<String> recent(State state) {
    return recent.computeIfAbsent(state.key(), key -> new ArrayList<>());
  }

  private void remember(State state, boolean wrong) {
    if (!wrong) {
      seen(state).add(state.least());
      laidOut.put(state.key(), state.text());
      List<String> last = recent(state);
      last.add(state.most());
      if (last.size() > RESULTS_KEPT) {
        last.remove(0);
      }
    }
  }

  /** Manifests are made of texts that were never seen, and of some of those with errors. */
  private void outlined(Program program, Set<String> wrong, CompilationResult result, String what) {
    long fresh = 0;
    long faulty = 0;
    for (Unit unit : program.units()) {
      String name = unit.logicalName();
      boolean known = !texts.add(name + new UnitText(program, unit).text());
      fresh += known ? 0 : 1;
      faulty += known && wrong.contains(name) ? 1 : 0;
    }
    assertThat(result.counters().outlined())
        .as(what + ": manifests made")
        .isBetween(fresh, fresh + faulty);
  }

  /**
   * Code is not generated again where it was generated before. What is optimised away differs in
   * what LLVM is given and not in what it makes.
   */
  private void compiled(
      Map<String, State> states, CompilationResult result, Step step, String what) {
    Set<String> generated = new TreeSet<>();
    result.rebuilds().stream()
        .filter(Rebuild::compiled)
        .forEach(rebuild -> generated.add(rebuild.unit()));
    for (ObjectFile object : result.objects()) {
      String unit = object.name();
      State state = states.get(unit + ".pink");
      boolean known =
          state != null && !objects.add(state.key() + state.least() + Bytes.hash(object.bytes()));
      if (known && step.optimization() == Optimization.O0) {
        assertThat(generated)
            .as(what + ": the code of these was known")
            .doesNotContain(unit + ".pink");
      }
    }
  }
}
