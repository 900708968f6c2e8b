package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    if (file.fileName().endsWith(UnitPlace.SUFFIX)) {
      return request.fromSource(file);
    }
    return switch (ManifestFile.open(file, request)) {
      case ManifestFile.Verdict.Usable usable ->
          new Resolution.Found(usable.manifest(), usable.provider());
      case ManifestFile.Verdict.Unusable unusable -> refuse(unusable.why(), file);
      case ManifestFile.Verdict.NoManifest source ->
          file.fileName().endsWith(ManifestPlace.SUFFIX)
              ? refuse(ManifestFile.noManifest(file, request), file)
              : request.fromSource(source.file());
    };
  }

  private static Resolution refuse(Remark why, SourceFile file) {
    return why.isError()
        ? new Resolution.Rejected(why.refusal())
        : new Resolution.NotMine(List.of(file.display()), List.of(why));
  }
}
