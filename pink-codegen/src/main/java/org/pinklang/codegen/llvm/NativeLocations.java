package org.pinklang.codegen.llvm;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where unpacked native files may lie: the user's cache folder, else the temporary one. */
final class NativeLocations {
  private static final Set<PosixFilePermission> CLOSED =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));

  private NativeLocations() {}

  /** The folder below the user's cache, or null for a user without a home. */
  static @Nullable Path inUserCache() {
    String system = System.getProperty("os.name", "");
    Path home = Path.of(System.getProperty("user.home", ""));
    Path cache;
    if (system.startsWith("Windows")) {
      cache = fromEnvironment("LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
    } else if (system.startsWith("Mac")) {
      cache = home.resolve("Library").resolve("Caches");
    } else {
      cache = fromEnvironment("XDG_CACHE_HOME", home.resolve(".cache"));
    }
    // A user whom the system's table of users does not know has the home "?".
    return cache.isAbsolute() ? cache.resolve("pink").resolve("native") : null;
  }

  private static Path fromEnvironment(String variable, Path otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isEmpty() ? otherwise : Path.of(value);
  }

  /**
   * The folder of this user below the one for temporary files, made when missing.
   *
   * @throws IOException also when the folder is there but others could put files into it: code is
   *     loaded from it
   */
  static Path inTemporary() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath();
    if (!temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return temporary.resolve("pink-native");
    }
    UserPrincipal user = currentUser(temporary);
    Path directory = temporary.resolve("pink-native-" + user.getName());
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      createClosed(directory);
    }
    PosixFileAttributes found =
        Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!found.isDirectory()
        || !found.owner().equals(user)
        || !found.permissions().equals(CLOSED)) {
      throw new IOException(
          directory + " is not a folder that only " + user.getName() + " can use");
    }
    return directory;
  }

  private static void createClosed(Path directory) throws IOException {
    try {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(CLOSED));
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; what it made is examined like any other.
    }
  }

  /** The owner of what this process makes: the name of the user may be unknown to the JVM. */
  private static UserPrincipal currentUser(Path temporary) throws IOException {
    Path probe = Files.createTempFile(temporary, "pink-native", "");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
