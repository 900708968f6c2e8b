package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.UnitPlace;

/** Manifests and sources in files that the user named, one for each unit. */
record ExplicitFiles(Map<UnitName, Path> files) implements ManifestResolver {

  @Override
  public Resolution resolve(ManifestRequest request) {
    Path path = files.get(request.name());
    if (path == null) {
      return new Resolution.NotMine(List.of());
    }
    SourceFile file = request.files().file(path);
    return file.fileName().endsWith(UnitPlace.SUFFIX)
        ? request.fromSource(file)
        : ManifestFile.named(file, request);
  }

  /** Those that lie beside the file of the primary. */
  @Override
  public List<Resolution> implementations(ManifestRequest request, Predicate<String> wanted) {
    Path path = files.get(request.name());
    Path given = request.primaryProvider().flatMap(Provider::file).orElse(null);
    return path != null && path.equals(given)
        ? ImplementationFiles.in(path.resolveSibling(""), request, wanted)
        : List.of();
  }
}
