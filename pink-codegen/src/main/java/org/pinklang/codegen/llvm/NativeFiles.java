package org.pinklang.codegen.llvm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.llvm.global.LLVM;
import org.jspecify.annotations.Nullable;

/**
 * The native files of one platform as they lie in their jars, and the way to have them on disk.
 *
 * @param libraries in the order of {@link NativePlatform#libraries}
 * @param linker the linker's executable
 * @param key a name for exactly these bytes, so that folders of different versions never mix
 */
record NativeFiles(List<NativeFile> libraries, NativeFile linker, String key) {

  /** What is done with the unpacked files, which may show that the place does not serve. */
  interface Use<T> {
    T apply(NativeCache cache) throws IOException;
  }

  /** A place to try; null when this user or system has none of the kind. */
  private interface Location {
    @Nullable Path find() throws IOException;
  }

  static NativeFiles of(NativePlatform platform) {
    List<NativeFile> libraries = new ArrayList<>();
    for (NativePlatform.Library library : platform.libraries()) {
      libraries.add(describe(platform, library));
    }
    NativeFile linker = describe(platform, platform.linker());
    return new NativeFiles(
        libraries, linker, platform.classifier() + "-" + hash(libraries, linker));
  }

  private static String hash(List<NativeFile> libraries, NativeFile linker) {
    CRC32 all = new CRC32();
    libraries.forEach(
        file -> all.update(HexFormat.of().toHexDigits(file.checksum()).getBytes(US_ASCII)));
    all.update(HexFormat.of().toHexDigits(linker.checksum()).getBytes(US_ASCII));
    return HexFormat.of().toHexDigits(all.getValue(), 8);
  }

  /** The first place that serves, the user's cache folder before the temporary one. */
  <T> T inFirstUsablePlace(Use<T> use) {
    List<String> reasons = new ArrayList<>();
    List<Location> locations = List.of(NativeLocations::inUserCache, NativeLocations::inTemporary);
    for (Location location : locations) {
      try {
        Path directory = location.find();
        if (directory != null) {
          return use.apply(new NativeCache(directory.resolve(key)));
        }
      } catch (IOException e) {
        reasons.add(e.toString());
      }
    }
    throw new NativeLibraryException(
        "LLVM's native files can be used neither from the user's cache folder nor from the one for"
            + " temporary files: "
            + String.join("; ", reasons)
            + ". Point XDG_CACHE_HOME or -Djava.io.tmpdir to a folder that can be written, is not"
            + " mounted noexec and has 200 MB of room; install the system library a message names.");
  }

  private static NativeFile describe(NativePlatform platform, NativePlatform.Library library) {
    try {
      return NativeFile.of(locate(platform, library), library.fileName());
    } catch (IOException e) {
      throw new NativeLibraryException(
          "LLVM for this platform is not on the class or module path: "
              + library.resourcePath(platform)
              + " was not found. Add the artifacts org.bytedeco:llvm and org.bytedeco:javacpp with"
              + " the classifier "
              + platform.classifier()
              + ", in the versions of those without a classifier.",
          e);
    }
  }

  private static URL locate(NativePlatform platform, NativePlatform.Library library)
      throws IOException {
    String path = library.resourcePath(platform);
    Class<?> neighbour = library.artifact().equals("javacpp") ? Loader.class : LLVM.class;
    ClassLoader loader = neighbour.getClassLoader();
    URL found = loader == null ? null : loader.getResource(path);
    return found == null ? besideJarOf(neighbour, platform, path) : found;
  }

  /** On a module path a jar that no module requires is not seen, though it lies beside. */
  private static URL besideJarOf(Class<?> neighbour, NativePlatform platform, String path)
      throws IOException {
    CodeSource source = neighbour.getProtectionDomain().getCodeSource();
    String jar = source == null ? "" : String.valueOf(source.getLocation());
    if (!jar.endsWith(".jar")) {
      throw new IOException("no resource " + path);
    }
    String stem = jar.substring(0, jar.length() - ".jar".length());
    return URI.create("jar:" + stem + "-" + platform.classifier() + ".jar!/" + path).toURL();
  }
}
