package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.graph.ImportEdge;
import org.pinklang.modules.graph.ModuleGraph;

/** Makes the graph of a build's units from their heads. */
final class GraphBuilder {
  private final Map<UnitName, String> providers = new HashMap<>();

  private GraphBuilder() {}

  static ModuleGraph graph(Collection<ScannedUnit> units) {
    GraphBuilder builder = new GraphBuilder();
    for (ScannedUnit unit : units) {
      if (unit.head().kind().isImportable()) {
        builder.providers.put(unit.head().name(), unit.logicalName());
      }
    }
    return new ModuleGraph(units.stream().map(builder::graphUnit).toList());
  }

  private GraphUnit graphUnit(ScannedUnit unit) {
    UnitHead head = unit.head();
    List<ImportEdge> edges = new ArrayList<>();
    if (head.kind() == UnitKind.IMPLEMENTATION) {
      edges.add(new ImportEdge(head.name(), false, Optional.empty(), provider(head.name())));
    }
    for (ImportDeclaration declaration : head.imports()) {
      head.target(declaration)
          .ifPresent(
              target ->
                  edges.add(
                      new ImportEdge(
                          target,
                          declaration.exported(),
                          Optional.of(unit.text().position(declaration.start())),
                          provider(target))));
    }
    return new GraphUnit(
        unit.logicalName(),
        head.kind(),
        head.name(),
        unit.file().display(),
        !unit.isCounted(),
        unit.origin() == ScannedUnit.Origin.INPUT,
        edges);
  }

  private Optional<String> provider(UnitName name) {
    return Optional.ofNullable(providers.get(name));
  }
}
