package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.List;
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
    List<ManifestResolver> asked =
        foldersFor(request).stream().map(ManifestFolders::resolverOf).toList();
    return Resolvers.firstOf(asked).resolve(request);
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

  private static ManifestResolver resolverOf(Path folder) {
    return request -> {
      String fileName = ManifestPlace.fileName(request.name());
      SourceFile file = request.files().file(folder.resolve(fileName));
      // Some systems find a file whose name differs in case; the folder says what it is called.
      return request.files().root(folder).names("").contains(fileName)
          ? ManifestFile.found(file, request)
          : new Resolution.NotMine(List.of(file.display()));
    };
  }
}
