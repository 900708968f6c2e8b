package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pinklang.api.graphs.GraphSketch.FaultSketch;
import org.pinklang.api.graphs.UnitPlan.Kind;
import org.pinklang.api.graphs.UnitPlan.Link;
import org.pinklang.api.graphs.UnitPlan.Role;

/**
 * A graph as texts, and what must come of it.
 *
 * @param texts by path below the source root
 * @param entry path of the program unit; empty for a library
 * @param modules the names of all modules
 * @param results what each function of {@link #DEPTH} that a module exports gives
 * @param status what {@code main} gives
 * @param faults what is wrong
 */
record GraphProgram(
    Map<String, String> texts,
    String entry,
    List<String> modules,
    Map<String, Long> results,
    OptionalLong status,
    List<Fault> faults) {
  /** How deep the functions call each other. */
  static final int DEPTH = 3;

  static GraphProgram of(GraphSketch sketch) {
    GraphPlan plan = GraphPlan.of(sketch);
    Draft draft = new Draft();
    Map<UnitPlan, Long> each = new HashMap<>();
    for (UnitPlan unit : plan.units) {
      Draft.UnitText text = text(draft, unit);
      if (unit.kind != Kind.IMPLEMENTATION) {
        UnitWriter.Written written = new UnitWriter(unit).write();
        written.declarations().forEach(text::addDeclaration);
        each.put(unit, written.each());
      }
    }
    plan.units.stream()
        .filter(unit -> unit.kind != Kind.IMPLEMENTATION)
        .forEach(unit -> addCalling(draft, unit));
    Predictions predictions = new Predictions(each);
    OptionalLong status = OptionalLong.empty();
    for (UnitPlan main : plan.program) {
      text(draft, main).addDeclaration(main(main));
      status = OptionalLong.of(sumOfCalls(main, predictions));
    }
    List<Fault> faults = new ArrayList<>();
    for (FaultSketch fault : sketch.faults()) {
      ModulePlan module = plan.modules.get(Math.floorMod(fault.at(), plan.modules.size()));
      fault.fault().change.apply(draft, module, faults.size());
      faults.add(fault.fault());
    }
    return new GraphProgram(
        draft.texts(),
        plan.program.isEmpty() ? "" : plan.program.get(0).path(),
        plan.modules.stream().map(module -> module.name).toList(),
        results(plan, predictions),
        status,
        faults);
  }

  private static Draft.UnitText text(Draft draft, UnitPlan unit) {
    Draft.UnitText text = draft.unit(unit.path(), unit.head());
    unit.links.stream().map(Link::text).filter(line -> !line.isEmpty()).forEach(text::addImport);
    return text;
  }

  private static void addCalling(Draft draft, UnitPlan unit) {
    if (unit.home != unit) {
      draft.unit(unit.path(), unit.head()).addDeclaration(UnitWriter.bodiless(unit));
    }
    draft.unit(unit.home.path(), unit.home.head()).addDeclaration(UnitWriter.calling(unit));
  }

  private static String main(UnitPlan main) {
    String sum =
        UnitWriter.callees(main).stream()
            .map(callee -> callee.text() + "(" + DEPTH + ")")
            .collect(Collectors.joining(" + "));
    return "fn main() -> Integer { " + (sum.isEmpty() ? "0" : sum) + "; }";
  }

  private static long sumOfCalls(UnitPlan main, Predictions predictions) {
    return UnitWriter.callees(main).stream()
        .mapToLong(callee -> predictions.of(callee.owner(), DEPTH))
        .sum();
  }

  private static Map<String, Long> results(GraphPlan plan, Predictions predictions) {
    Map<String, Long> results = new TreeMap<>();
    for (UnitPlan unit : plan.units) {
      if (unit.kind.isInterface() && unit.module != null) {
        results.put(unit.module.name + "::" + unit.name(Role.CALL), predictions.of(unit, DEPTH));
      }
    }
    return results;
  }

  /** Whether nothing is wrong with it. */
  boolean isRight() {
    return faults.stream().allMatch(fault -> fault.code.isEmpty());
  }

  /** Every text after a line with its path, as the cases in testdata are written. */
  String display() {
    return texts.entrySet().stream()
        .map(text -> "//// " + text.getKey() + "\n" + text.getValue())
        .collect(Collectors.joining());
  }
}
