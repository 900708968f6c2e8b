package org.pinklang.api.graphs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pinklang.api.Manifest;
import org.pinklang.api.ManifestFormatException;
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
  NAMED,
  /** Files in a folder that hold the text form. */
  TEXTS;

  /** A resolver that knows the manifests, some of them in new files below a folder. */
  ManifestResolver resolver(List<Manifest> manifests, Path folder) {
    return switch (this) {
      case VALUES -> ManifestResolver.inMemory(manifests);
      case DECODED ->
          ManifestResolver.inMemory(
              manifests.stream().map(manifest -> Manifest.fromBytes(manifest.toBytes())).toList());
      case FOLDER -> inFolder(manifests, folder, Manifest::toBytes);
      case TEXTS -> inFolder(manifests, folder, Held::text);
      case NAMED -> {
        Map<String, Path> files = new HashMap<>();
        for (Manifest manifest : manifests) {
          Path file = folder.resolve("file " + files.size());
          write(file, manifest.toBytes());
          files.put(manifest.name(), file);
        }
        yield ManifestResolver.explicit(files);
      }
    };
  }

  /** The text form; the bytes of a manifest whose text is refused, for its unit has errors. */
  private static byte[] text(Manifest manifest) {
    String text = manifest.toPinkText(true);
    try {
      Manifest.fromPinkText(text);
    } catch (ManifestFormatException e) {
      return manifest.toBytes();
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ManifestResolver inFolder(
      List<Manifest> manifests, Path folder, Function<Manifest, byte[]> form) {
    for (Manifest manifest : manifests) {
      String name = manifest.name().replace(':', '-') + ".pmi";
      write(folder.resolve(name), form.apply(manifest));
    }
    return ManifestResolver.files(folder);
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
