package org.pinklang.api;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;

/**
 * Writes {@link CompilerIdentity}'s resource when the project is built, and the one of the command,
 * of which more classes are a part. Run by the build with the folder for it and LLVM's version; of
 * the class path all that belongs to this project counts, in folders and archives alike.
 */
final class CompilerIdentityWriter {
  private static final String CLASSES = "org/pinklang/";

  private CompilerIdentityWriter() {}

  public static void main(String[] words) throws IOException {
    Map<String, ContentHash> files = new TreeMap<>();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(part);
      if (Files.isDirectory(path)) {
        add(path, files);
      } else if (path.getFileName().toString().startsWith("pink-")) {
        try (FileSystem archive =
            FileSystems.newFileSystem(URI.create("jar:" + path.toUri()), Map.of())) {
          add(archive.getPath("/"), files);
        }
      }
    }
    HashWriter writer = new HashWriter().text(words[1]).number(files.size());
    files.forEach((name, hash) -> writer.text(name).hash(hash));
    Files.writeString(Path.of(words[0], CompilerIdentity.RESOURCE), writer.finish().hex());
  }

  private static void add(Path root, Map<String, ContentHash> files) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(root)) {
      found = all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
    for (Path file : found) {
      String name = root.relativize(file).toString().replace(File.separatorChar, '/');
      if (name.startsWith(CLASSES)
          && !name.endsWith(CompilerIdentity.RESOURCE)
          && !name.contains(PrebuiltModules.FOLDER)) {
        files.put(name, ContentHash.of(Files.readAllBytes(file)));
      }
    }
  }
}
