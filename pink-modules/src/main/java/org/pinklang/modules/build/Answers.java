package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.diagnostic.SimilarNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.resolve.Resolution;

/** Turns what resolvers said into what units are checked against. */
final class Answers {
  private final Map<UnitName, Resolution> resolutions;
  private final List<Manifest> manifests;
  private final NearbyModules nearby;

  /**
   * @param resolutions for every name that was asked for
   * @param made the manifests of the build's units
   * @param nearby the modules that nobody has asked for
   */
  Answers(Map<UnitName, Resolution> resolutions, Collection<Manifest> made, NearbyModules nearby) {
    this.resolutions = resolutions;
    this.nearby = nearby;
    this.manifests = new ArrayList<>(made);
    for (Resolution resolution : resolutions.values()) {
      if (resolution instanceof Resolution.Found found) {
        manifests.add(found.manifest());
      }
    }
    manifests.sort(Comparator.comparing(Manifest::logicalName));
  }

  ManifestSet manifestSet() {
    Map<String, List<Manifest>> modules = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      if (!manifest.module().isEmpty()) {
        modules.computeIfAbsent(manifest.module(), module -> new ArrayList<>()).add(manifest);
      }
    }
    SimilarNames known = known();
    Map<UnitName, ManifestAnswer> answers = new TreeMap<>();
    resolutions.forEach((name, resolution) -> answers.put(name, answer(name, resolution, known)));
    return new ManifestSet(answers, modules);
  }

  /** All that there is, to suggest it in place of what is missing; nothing where nothing is. */
  private SimilarNames known() {
    SortedSet<String> known = new TreeSet<>();
    List<String> missing =
        resolutions.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Resolution.NotMine)
            .map(entry -> entry.getKey().module())
            .toList();
    if (!missing.isEmpty()) {
      known.addAll(nearby.to(missing));
      for (Manifest manifest : manifests) {
        if (!manifest.module().isEmpty()) {
          known.add(manifest.name().display());
        }
      }
    }
    return SimilarNames.among(known);
  }

  private static ManifestAnswer answer(UnitName name, Resolution resolution, SimilarNames known) {
    return switch (resolution) {
      case Resolution.Found found -> new ManifestAnswer.Found(found.manifest());
      case Resolution.Made made -> new ManifestAnswer.Found(made.manifest());
      case Resolution.NotMine notMine ->
          new ManifestAnswer.Missing(notMine.searched(), known.to(name.display()));
      case Resolution.Rejected rejected -> new ManifestAnswer.Rejected(rejected.reason());
      case Resolution.Scanned scanned ->
          throw new IllegalStateException("`" + name.display() + "` was only scanned");
      case Resolution.Later later ->
          throw new IllegalStateException("`" + name.display() + "` was never answered");
    };
  }
}
