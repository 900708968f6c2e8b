package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

  @Override
  public List<Resolution> implementations(ManifestRequest request, Predicate<String> wanted) {
    return folderOfModule(request)
        .map(folder -> ImplementationFiles.in(folder, request, wanted))
        .orElse(List.of());
  }

  /** The folder that gave the primary, or would where that is made from source. */
  private Optional<Path> folderOfModule(ManifestRequest request) {
    if (request.primaryProvider().isPresent()) {
      return homeOf(request);
    }
    String primary = ManifestPlace.fileName(request.name());
    return folders.stream()
        .filter(folder -> request.files().root(folder).names("").contains(primary))
        .findFirst()
        .or(
            () ->
                folders.stream()
                    .filter(folder -> ImplementationFiles.isIn(folder, request))
                    .findFirst());
  }

  private List<Path> foldersFor(ManifestRequest request) {
    return homeOf(request).map(List::of).orElse(folders);
  }

  /** The folder that gave the primary, if it is one of these. */
  private Optional<Path> homeOf(ManifestRequest request) {
    return request
        .primaryProvider()
        .flatMap(Provider::folder)
        .flatMap(
            home ->
                folders.stream()
                    .filter(folder -> folder.toAbsolutePath().normalize().equals(home))
                    .findFirst());
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
