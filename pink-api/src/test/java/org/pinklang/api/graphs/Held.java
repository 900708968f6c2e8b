package org.pinklang.api.graphs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.api.Manifest;
import org.pinklang.api.ManifestResolver;

/** How a build is given the manifests of units that were built before. */
enum Held {
  /** The values themselves. */
  VALUES,
  /** Values made of the bytes of others. */
  DECODED,
  /** Files in a folder. */
  FOLDER,
  /** Files named one by one. */
  NAMED;

  /** A resolver that knows the manifests, some of them in new files below a folder. */
  ManifestResolver resolver(List<Manifest> manifests, Path folder) {
    return switch (this) {
      case VALUES -> ManifestResolver.inMemory(manifests);
      case DECODED ->
          ManifestResolver.inMemory(
              manifests.stream().map(manifest -> Manifest.fromBytes(manifest.toBytes())).toList());
      case FOLDER -> {
        manifests.forEach(
            manifest ->
                write(folder.resolve(manifest.name().replace(':', '-') + ".pmi"), manifest));
        yield ManifestResolver.files(folder);
      }
      case NAMED -> {
        Map<String, Path> files = new HashMap<>();
        for (Manifest manifest : manifests) {
          Path file = folder.resolve("file " + files.size());
          write(file, manifest);
          files.put(manifest.name(), file);
        }
        yield ManifestResolver.explicit(files);
      }
    };
  }

  private static void write(Path file, Manifest manifest) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, manifest.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
