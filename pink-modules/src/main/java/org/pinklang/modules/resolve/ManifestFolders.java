package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.source.SourceFile;

/** Manifests in folders, each under the name of its unit. */
record ManifestFolders(List<Path> folders) implements ManifestResolver {

  @Override
  public Resolution resolve(ManifestRequest request) {
    if (request.belongsToSource()) {
      Resolution source = request.fromSource();
      if (!(source instanceof Resolution.NotMine)) {
        return source;
      }
    }
    return search(request, foldersFor(request));
  }

  private List<Path> foldersFor(ManifestRequest request) {
    Path home = request.primaryProvider().flatMap(Provider::folder).orElse(null);
    for (Path folder : folders) {
      if (folder.toAbsolutePath().normalize().equals(home)) {
        return List.of(folder);
      }
    }
    return folders;
  }

  private static Resolution search(ManifestRequest request, List<Path> folders) {
    UnitName name = request.name();
    String fileName = ManifestPlace.fileName(name);
    List<String> searched = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    for (Path folder : folders) {
      SourceFile file = request.files().file(folder.resolve(fileName));
      searched.add(file.display());
      // Some systems find a file whose name differs in case; the folder says what it is called.
      if (request.files().root(folder).names("").contains(fileName)) {
        switch (ManifestFile.open(file, request)) {
          case ManifestFile.Verdict.Usable usable -> {
            return new Resolution.Found(usable.manifest(), usable.provider(), remarks);
          }
          case ManifestFile.Verdict.Unusable unusable -> remarks.add(unusable.why());
          case ManifestFile.Verdict.NoManifest none ->
              remarks.add(ManifestFile.noManifest(file, request));
        }
      }
    }
    return new Resolution.NotMine(searched, remarks);
  }
}
