package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.graph.ImportEdge;
import org.pinklang.modules.graph.MissingUnit;
import org.pinklang.modules.graph.ModuleGraph;
import org.pinklang.modules.resolve.Resolution;

/** Makes the graph of a build from the heads of its units and the answers of its resolvers. */
final class GraphBuilder {
  private final Map<UnitName, String> providers = new HashMap<>();
  private final List<GraphUnit> units = new ArrayList<>();
  private final List<MissingUnit> missing = new ArrayList<>();

  private GraphBuilder() {}

  static ModuleGraph graph(Collection<ScannedUnit> units, Map<UnitName, Resolution> answers) {
    GraphBuilder builder = new GraphBuilder();
    for (ScannedUnit unit : units) {
      if (unit.head().kind().isImportable()) {
        builder.providers.put(unit.head().name(), unit.logicalName());
      }
    }
    answers.forEach(builder::addProvider);
    units.forEach(builder::addUnit);
    answers.forEach(builder::addAnswer);
    return new ModuleGraph(builder.units, builder.missing);
  }

  private void addProvider(UnitName name, Resolution answer) {
    if (answer instanceof Resolution.Found found) {
      providers.put(name, found.manifest().logicalName());
    }
  }

  private void addUnit(ScannedUnit unit) {
    UnitHead head = unit.head();
    List<ImportEdge> edges = new ArrayList<>();
    if (head.kind() == UnitKind.IMPLEMENTATION) {
      edges.add(edge(head.name(), false, Optional.empty()));
    }
    for (ImportDeclaration declaration : head.imports()) {
      Optional<LinePosition> position = Optional.of(unit.text().position(declaration.start()));
      head.target(declaration)
          .ifPresent(target -> edges.add(edge(target, declaration.exported(), position)));
    }
    units.add(
        new GraphUnit(
            unit.logicalName(),
            head.kind(),
            head.name(),
            unit.file().display(),
            role(unit.origin()),
            edges));
  }

  /** A unit whose text has changed and imports the same, with its imports where they stand now. */
  static GraphUnit moved(GraphUnit before, ScannedUnit now) {
    GraphBuilder builder = new GraphBuilder();
    for (ImportEdge edge : before.imports()) {
      edge.provider().ifPresent(provider -> builder.providers.put(edge.target(), provider));
    }
    builder.addUnit(now);
    return builder.units.getFirst();
  }

  private static GraphUnit.Role role(ScannedUnit.Origin origin) {
    return switch (origin) {
      case INPUT -> GraphUnit.Role.INPUT;
      case FOUND -> GraphUnit.Role.FOUND;
      case STANDARD -> GraphUnit.Role.STANDARD;
    };
  }

  private void addAnswer(UnitName name, Resolution answer) {
    switch (answer) {
      case Resolution.Found found -> addManifest(found);
      case Resolution.NotMine notMine ->
          missing.add(new MissingUnit(name, Optional.empty(), notMine.searched()));
      case Resolution.Rejected rejected ->
          missing.add(new MissingUnit(name, Optional.of(rejected.reason()), List.of()));
      case Resolution.Made made -> {}
      case Resolution.Scanned scanned -> {}
      case Resolution.Later later -> {}
    }
  }

  private void addManifest(Resolution.Found found) {
    Manifest manifest = found.manifest();
    List<ImportEdge> edges = new ArrayList<>();
    for (ImportDeclaration declaration : manifest.imports()) {
      UnitHead.target(manifest.kind(), manifest.module(), declaration)
          .ifPresent(
              target ->
                  edges.add(edge(target, declaration.exported(), position(manifest, declaration))));
    }
    units.add(
        new GraphUnit(
            manifest.logicalName(),
            manifest.kind(),
            manifest.name(),
            found.provider().display(),
            GraphUnit.Role.MANIFEST,
            edges));
  }

  private static Optional<LinePosition> position(Manifest manifest, ImportDeclaration declaration) {
    Manifest.Source source = manifest.source();
    boolean isKnown = source.text() != null || source.lines().length() > 0;
    return isKnown ? Optional.of(source.position(declaration.start())) : Optional.empty();
  }

  private ImportEdge edge(UnitName target, boolean exported, Optional<LinePosition> position) {
    return new ImportEdge(target, exported, position, Optional.ofNullable(providers.get(target)));
  }
}
