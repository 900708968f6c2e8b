package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pinklang.api.graphs.GraphSketch.LinkSketch;
import org.pinklang.api.graphs.GraphSketch.ModuleSketch;
import org.pinklang.api.graphs.GraphSketch.PartitionSketch;
import org.pinklang.api.graphs.GraphSketch.UnitSketch;
import org.pinklang.api.graphs.UnitPlan.Declared;
import org.pinklang.api.graphs.UnitPlan.Kind;
import org.pinklang.api.graphs.UnitPlan.Link;
import org.pinklang.api.graphs.UnitPlan.Role;

/** The units of a sketch, which imports they have and what these show. */
final class GraphPlan {
  final List<ModulePlan> modules = new ArrayList<>();

  /** Every unit of a module, in order of rank. */
  final List<UnitPlan> units = new ArrayList<>();

  /** The program unit; empty for a library. */
  final List<UnitPlan> program = new ArrayList<>();

  private GraphPlan() {}

  static GraphPlan of(GraphSketch sketch) {
    GraphPlan plan = new GraphPlan();
    for (int i = 0; i < sketch.modules().size(); i++) {
      plan.addModule(i, sketch.modules().get(i));
    }
    for (int i = 0; i < plan.modules.size(); i++) {
      plan.linkModule(plan.modules.get(i), sketch.modules().get(i));
    }
    if (!sketch.program().isEmpty()) {
      UnitPlan main = new UnitPlan(Kind.PROGRAM, null, "", "", plan.units.size(), 1, 0);
      plan.program.add(main);
      plan.linkModules(main, sketch.program());
    }
    plan.followExports();
    plan.units.forEach(unit -> unit.facts = new UnitFacts(unit).compute());
    return plan;
  }

  private void followExports() {
    boolean wider = true;
    while (wider) {
      wider = false;
      for (ModulePlan module : modules) {
        wider |= module.widen();
      }
    }
  }

  private void addModule(int index, ModuleSketch sketch) {
    ModulePlan module = new ModulePlan(moduleName(index, sketch.name()));
    modules.add(module);
    addUnit(module, Kind.PRIMARY, "", "" + index, sketch.primary());
    for (int i = 0; i < sketch.partitions().size(); i++) {
      PartitionSketch partition = sketch.partitions().get(i);
      Kind kind = partition.internal() ? Kind.INTERNAL : Kind.PARTITION;
      addUnit(module, kind, "part" + i, index + "_" + i, partition.unit());
    }
    for (int i = 0; i < sketch.implementations().size(); i++) {
      UnitSketch empty = new UnitSketch(0, i, List.of());
      addUnit(module, Kind.IMPLEMENTATION, "body" + i, index + "x" + i, empty);
    }
    giveBodies(module);
  }

  /** Some names share their last segment, some begin with another module's whole name. */
  private static String moduleName(int index, int form) {
    return switch (Math.floorMod(form, 4)) {
      case 0 -> "m" + index;
      case 1 -> "lib.m" + index;
      case 2 -> "x" + index + ".same";
      default -> "m" + (index - index % 3) + ".sub" + index;
    };
  }

  private void addUnit(
      ModulePlan module, Kind kind, String partition, String id, UnitSketch sketch) {
    UnitPlan unit =
        new UnitPlan(kind, module, partition, id, units.size(), sketch.number(), sketch.features());
    module.units.add(unit);
    units.add(unit);
  }

  /** Bodies lie in implementation units and in internal partitions. */
  private static void giveBodies(ModulePlan module) {
    List<UnitPlan> homes =
        module.units.stream()
            .filter(unit -> unit.kind == Kind.IMPLEMENTATION || unit.kind == Kind.INTERNAL)
            .toList();
    if (homes.isEmpty()) {
      return;
    }
    for (UnitPlan unit : module.units) {
      if (unit.kind.isInterface() && unit.has(Feature.BODILESS)) {
        unit.home = homes.get(unit.number % homes.size());
      }
    }
  }

  private void linkModule(ModulePlan module, ModuleSketch sketch) {
    List<PartitionSketch> partitions = sketch.partitions();
    linkModules(module.primary(), sketch.primary().imports());
    for (int i = 0; i < partitions.size(); i++) {
      UnitPlan unit = module.units.get(1 + i);
      exporter(module, partitions, i).links.add(sibling(unit, !partitions.get(i).internal(), i));
    }
    for (int i = 0; i < partitions.size(); i++) {
      UnitPlan unit = module.units.get(1 + i);
      linkSiblings(unit, module, partitions);
      linkModules(unit, partitions.get(i).unit().imports());
    }
    Set<UnitPlan> seen = new LinkedHashSet<>();
    addSiblings(module.primary(), seen);
    for (int i = 0; i < sketch.implementations().size(); i++) {
      UnitPlan unit = module.units.get(1 + partitions.size() + i);
      unit.links.add(new Link(null, List.copyOf(seen), "", Set.of(), false, i, ""));
      linkModules(unit, sketch.implementations().get(i));
    }
  }

  private static UnitPlan exporter(ModulePlan module, List<PartitionSketch> all, int index) {
    PartitionSketch partition = all.get(index);
    if (partition.internal() || index == 0) {
      return module.primary();
    }
    int via = Math.floorMod(partition.via(), index + 1);
    return via == 0 || all.get(via - 1).internal() ? module.primary() : module.units.get(via);
  }

  private static Link sibling(UnitPlan unit, boolean exported, int pick) {
    String target = unit.kind == Kind.PRIMARY ? nameOf(unit) : ":" + unit.partition;
    String text = (exported ? "export import " : "import ") + target + ";";
    return new Link(null, List.of(unit), "", Set.of(), exported, pick, text);
  }

  private static String nameOf(UnitPlan unit) {
    return unit.module == null ? "" : unit.module.name;
  }

  private static void linkSiblings(
      UnitPlan unit, ModulePlan module, List<PartitionSketch> partitions) {
    Set<UnitPlan> known = new LinkedHashSet<>(List.of(unit));
    unit.links.forEach(link -> known.addAll(link.siblings()));
    for (int choice : partitions.get(module.units.indexOf(unit) - 1).siblings()) {
      UnitPlan target = module.units.get(Math.floorMod(choice, 1 + partitions.size()));
      if (known.add(target)) {
        unit.links.add(sibling(target, false, choice));
      }
    }
  }

  private static void addSiblings(UnitPlan unit, Set<UnitPlan> seen) {
    if (seen.add(unit)) {
      unit.links.forEach(link -> link.siblings().forEach(next -> addSiblings(next, seen)));
    }
  }

  private void linkModules(UnitPlan unit, List<LinkSketch> sketches) {
    Set<String> known = new TreeSet<>(List.of(nameOf(unit)));
    for (LinkSketch sketch : sketches) {
      ModulePlan target = modules.get(Math.floorMod(sketch.target(), modules.size()));
      if (known.add(target.name)) {
        unit.links.add(link(unit, target, sketch));
      }
    }
  }

  private static Link link(UnitPlan unit, ModulePlan target, LinkSketch sketch) {
    boolean exported = sketch.exported() && unit.kind.isInterface();
    int form = Math.floorMod(sketch.form(), 6);
    String alias = form == 2 || form == 3 ? "q" + unit.links.size() : "";
    Set<Declared> listed = new LinkedHashSet<>();
    if (form == 3 || form == 4) {
      List<Declared> own = List.copyOf(target.primary().declared());
      listed.add(own.get(sketch.pick() % own.size()));
      listed.add(new Declared(Role.CALL, target.primary()));
    }
    StringBuilder text = new StringBuilder(exported ? "export import " : "import ");
    text.append(target.name);
    if (!alias.isEmpty()) {
      text.append(" as ").append(alias);
    }
    if (!listed.isEmpty()) {
      List<String> names = listed.stream().map(Declared::name).toList();
      text.append(" { ").append(String.join(", ", names)).append(" }");
    }
    text.append(';');
    return new Link(target, List.of(), alias, listed, exported, sketch.pick(), text.toString());
  }
}
