package org.pinklang.modules.build;

import java.util.List;
import java.util.Map;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.LineTable;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.graph.ModuleGraph;
import org.pinklang.modules.plan.Rebuild;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.source.FilesRead;

/**
 * What a build gave. Immutable; the same for the same request on any threads.
 *
 * @param units ordered by logical name
 * @param diagnostics of all units, ordered by logical name, position and code
 * @param texts every text a diagnostic may point into, by the name it is pointed at with
 * @param lines where the lines are of texts that are not at hand, because their units were answered
 *     with stored manifests
 * @param origins where these texts came from, as a user knows it
 * @param manifests of every importable unit that was looked at: made from its text or answered,
 *     standard modules too; with what its unit offers for inlining where that is known
 * @param found units that are imported and not part of the build, ordered by name; only where it
 *     compiles
 * @param objects the objects and archives among the inputs, ordered by path; only where it compiles
 * @param answers what the units were checked against, for questions about them afterwards; empty
 *     where no unit was checked
 * @param graph the units and their imports, standard modules included
 * @param rebuilds units that were checked though results are kept, and why, ordered by name
 * @param read what was looked at on file systems
 * @param counters what was done
 */
public record BuildResult(
    List<BuiltUnit> units,
    List<Diagnostic> diagnostics,
    Map<String, SourceText> texts,
    Map<String, LineTable> lines,
    Map<String, String> origins,
    Map<UnitName, Resolution.Found> manifests,
    List<FoundUnit> found,
    List<ObjectBytes> objects,
    ManifestSet answers,
    ModuleGraph graph,
    List<Rebuild> rebuilds,
    FilesRead read,
    Counters counters) {

  /** Copies the collections. */
  public BuildResult {
    units = List.copyOf(units);
    diagnostics = List.copyOf(diagnostics);
    texts = Map.copyOf(texts);
    lines = Map.copyOf(lines);
    origins = Map.copyOf(origins);
    manifests = Map.copyOf(manifests);
    found = List.copyOf(found);
    objects = List.copyOf(objects);
    rebuilds = List.copyOf(rebuilds);
  }

  /**
   * What a build gives that finds nothing changed since this one.
   *
   * @param bytesRead what had to be read to find that
   */
  public BuildResult again(long bytesRead) {
    long reused =
        units.stream().filter(unit -> !unit.standard() && unit.compiled().isPresent()).count();
    return new BuildResult(
        units,
        diagnostics,
        texts,
        lines,
        origins,
        manifests,
        found,
        objects,
        answers,
        graph,
        List.of(),
        read,
        Counters.reused(reused, bytesRead));
  }

  /** Whether there is no error. */
  public boolean succeeded() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }
}
