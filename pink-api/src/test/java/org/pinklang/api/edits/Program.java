package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A program as its generator describes it. Immutable. */
record Program(List<Unit> units) {

  /** Copies the list. */
  Program {
    units = List.copyOf(units);
  }

  /** Its texts by path. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    units.forEach(unit -> texts.put(unit.path(), new UnitText(this, unit).text()));
    return texts;
  }

  List<String> modules() {
    return units.stream()
        .filter(unit -> unit.kind() == Unit.Kind.PRIMARY)
        .map(Unit::module)
        .toList();
  }

  List<Unit> unitsOf(String module) {
    return units.stream().filter(unit -> unit.module().equals(module)).toList();
  }

  Program replacing(Unit before, Unit after) {
    return each(unit -> unit == before ? after : unit);
  }

  Program without(Unit gone) {
    return new Program(units.stream().filter(unit -> unit != gone).toList());
  }

  Program with(Unit added) {
    List<Unit> more = new ArrayList<>(units);
    more.add(added);
    return new Program(more);
  }

  Program each(UnaryOperator<Unit> change) {
    return new Program(units.stream().map(change).toList());
  }

  /** One more than the greatest id of an item. */
  int nextId() {
    return 1
        + units.stream().flatMap(unit -> unit.items().stream()).mapToInt(Item::id).max().orElse(0);
  }
}
