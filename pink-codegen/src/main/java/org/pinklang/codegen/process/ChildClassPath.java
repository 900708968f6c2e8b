package org.pinklang.codegen.process;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.llvm.NativeLibraries;
import org.pinklang.frontend.source.ContentHash;

/**
 * Where this process has the classes from that a child needs: asked of each class itself, so that
 * it is the same for a class path, a module path, one jar with everything, and loaders of their
 * own.
 */
final class ChildClassPath {
  private ChildClassPath() {}

  /**
   * The jars and folders, each once.
   *
   * @param main the class a child begins with
   * @throws PinkBackendException if one of them is no file of the default file system
   */
  static List<Path> find(Class<?> main) {
    Set<Path> found = new LinkedHashSet<>();
    for (Class<?> type : List.of(main, ChildMain.class, ContentHash.class)) {
      found.add(home(type));
    }
    for (Class<?> type : NativeLibraries.bindings()) {
      found.add(home(type));
    }
    for (URL file : NativeLibraries.sources()) {
      found.add(file(container(file)));
    }
    return new ArrayList<>(found);
  }

  private static Path home(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    @Nullable URL place = source == null ? null : source.getLocation();
    if (place == null) {
      throw unknown(type.getName() + " does not say where it was loaded from");
    }
    return file(place.toString());
  }

  /** The jar that a file lies in, or the folder that its path begins below. */
  private static String container(URL file) {
    String place = file.toString();
    int inJar = place.lastIndexOf("!/");
    return place.startsWith("jar:") && inJar >= 0
        ? place.substring("jar:".length(), inJar)
        : place.substring(0, Math.max(0, place.lastIndexOf("org/bytedeco/")));
  }

  private static Path file(String place) {
    try {
      Path file = Path.of(new URI(place));
      if (Files.exists(file)) {
        return file;
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      // Said below: it is a place that no other process can load classes from.
    }
    throw unknown(place + " is no jar or folder on disk");
  }

  private static PinkBackendException unknown(String reason) {
    return new PinkBackendException(
        "no process can be started to generate code in, because its class path is not known: "
            + reason
            + "; give it with EngineBuilder.childClassPath");
  }
}
