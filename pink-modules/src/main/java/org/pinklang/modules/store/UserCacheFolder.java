package org.pinklang.modules.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a user's programs keep what they can make again. */
public final class UserCacheFolder {
  private static final String OWN = "pink";

  private UserCacheFolder() {}

  /** Looks up a name; null where it has no value. */
  @FunctionalInterface
  public interface Names {
    @Nullable String get(String name);
  }

  /**
   * The folder for this compiler; empty where the user has no home. Nothing is made.
   *
   * @param environment the variables of the process
   * @param properties the system properties of the JVM
   */
  public static Optional<Path> find(Names environment, Names properties) {
    return absolute(environment.get("XDG_CACHE_HOME"))
        .or(() -> ofSystem(environment, properties))
        .map(folder -> folder.resolve(OWN));
  }

  private static Optional<Path> ofSystem(Names environment, Names properties) {
    Optional<Path> home = absolute(properties.get("user.home"));
    String system = String.valueOf(properties.get("os.name")).toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return absolute(environment.get("LOCALAPPDATA"));
    }
    return system.startsWith("mac")
        ? home.map(folder -> folder.resolve("Library").resolve("Caches"))
        : home.map(folder -> folder.resolve(".cache"));
  }

  /** A JVM without a home says "?". */
  private static Optional<Path> absolute(@Nullable String path) {
    if (path == null || path.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(path)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
