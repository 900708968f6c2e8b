package org.pinklang.modules.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Validity;
import org.pinklang.modules.source.Overlays;
import org.pinklang.modules.source.SourceInput;

/**
 * What a build is to do. Immutable.
 *
 * @param inputs what the user asks for
 * @param sourcePath the source roots in order; the folders among the inputs are roots after them,
 *     and where it is empty the folders of the program units that are given as files and those
 *     below which other files given lie in the places of their names
 * @param overlays what is seen in place of the files there are
 * @param manifestPath folders of manifests; {@code resolver} says what is imported from them
 * @param resolver answers for what is imported and not among the inputs
 * @param validity when a manifest from a file is believed
 * @param execution on what threads
 * @param depth how far units are taken
 * @param model what layouts need to know of the target
 * @param backEnd what compiles; empty where nothing is to be compiled
 * @param reuse what the build shares with earlier and later ones; empty where it stands alone
 */
public record BuildRequest(
    List<SourceInput> inputs,
    List<Path> sourcePath,
    Overlays overlays,
    List<Path> manifestPath,
    ManifestResolver resolver,
    Validity validity,
    Execution execution,
    Depth depth,
    DataModel model,
    Optional<BackEnd> backEnd,
    Optional<Reuse> reuse) {

  /** Copies the collections. */
  public BuildRequest {
    inputs = List.copyOf(inputs);
    sourcePath = List.copyOf(sourcePath);
    manifestPath = List.copyOf(manifestPath);
  }

  /** The same request with another resolver. */
  BuildRequest withResolver(ManifestResolver other) {
    return new BuildRequest(
        inputs,
        sourcePath,
        overlays,
        manifestPath,
        other,
        validity,
        execution,
        depth,
        model,
        backEnd,
        reuse);
  }

  /** How far the units of a build are taken. */
  public enum Depth {
    /** The heads of the inputs are read; what they import is not looked for. */
    HEADS,
    /** The heads of the inputs and of all they import are read. */
    GRAPH,
    /** Manifests of the inputs are made; what they import is not looked for. */
    OWN_MANIFESTS,
    /**
     * The same with what the inputs offer for inlining, so that they are checked as far as what
     * they import can be found; what is wrong in bodies and with imports is not told.
     */
    CHECKED_MANIFESTS,
    /** Manifests are made of the inputs and of all they import; nothing is checked. */
    MANIFESTS,
    /** The bodies of the input units are checked. */
    CHECK,
    /** The input units are checked and compiled. */
    COMPILE_INPUTS,
    /** Every unit is checked and compiled. */
    COMPILE;

    boolean needsBodies(ScannedUnit unit) {
      return switch (this) {
        case HEADS, GRAPH, OWN_MANIFESTS, MANIFESTS -> false;
        case CHECKED_MANIFESTS, CHECK, COMPILE_INPUTS -> unit.origin() == ScannedUnit.Origin.INPUT;
        case COMPILE -> true;
      };
    }

    /** Whether what units import becomes part of the build. */
    boolean followsImports() {
      return this != HEADS && this != OWN_MANIFESTS;
    }

    /** Whether a source may be wanted though there is a manifest of it. */
    boolean makesWhatHasManifests() {
      return this == COMPILE || this == COMPILE_INPUTS || isOfOwnManifests();
    }

    /** Whether manifests of the inputs are made and nothing else is told. */
    boolean isOfOwnManifests() {
      return this == OWN_MANIFESTS || this == CHECKED_MANIFESTS;
    }

    /** Whether more than the heads of texts is read. */
    boolean readsWholeTexts() {
      return this != HEADS && this != GRAPH;
    }
  }
}
