package org.pinklang.modules.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The files of one build, on any file system, as its overlays show them. A folder is listed once.
 * Safe for any number of threads; racing threads may list a folder twice, none waits.
 */
public final class SourceFiles {
  private final Map<Path, byte[]> overlays = new HashMap<>();
  private final Set<Path> absent = new HashSet<>();
  private final Runnable checkpoint;
  private final ConcurrentMap<Path, SortedSet<String>> listings = new ConcurrentHashMap<>();
  private final Set<Path> asked = ConcurrentHashMap.newKeySet();
  private final FilesSeen seen;

  /**
   * Files with some texts replaced or added, and some taken away.
   *
   * @param checkpoint called for each file of a folder that is listed; what it throws is passed on
   * @param seen takes what is found, and knows what need not be read
   */
  public SourceFiles(Overlays overlays, Runnable checkpoint, FilesSeen seen) {
    this.checkpoint = checkpoint;
    this.seen = seen;
    overlays.texts().forEach((path, text) -> this.overlays.put(identity(path), text));
    overlays.absent().forEach(path -> absent.add(identity(path)));
    absent.removeAll(this.overlays.keySet());
  }

  /** The file at a path, which need not be there. */
  public SourceFile file(Path path) {
    Path identity = identity(path);
    asked.add(identity);
    byte[] overlay = overlays.get(identity);
    Path name = identity.getFileName();
    return new SourceFile(
        identity,
        path.toString(),
        name == null ? path.toString() : name.toString(),
        Optional.of(path),
        overlay == null ? onDisk(path, identity) : () -> overlay);
  }

  private SourceFile.Content onDisk(Path path, Path identity) {
    return absent.contains(identity) ? new NoContent(path) : new FileContent(path);
  }

  /** A folder as a source root. */
  public SourceRoot root(Path folder) {
    return new FolderRoot(folder, this);
  }

  /** The names directly in a folder, overlays included; empty where it cannot be listed. */
  SortedSet<String> names(Path folder) {
    Path identity = identity(folder);
    SortedSet<String> known = listings.get(identity);
    if (known != null) {
      return known;
    }
    SortedSet<String> listed = list(identity);
    SortedSet<String> first = listings.putIfAbsent(identity, listed);
    return first == null ? listed : first;
  }

  private SortedSet<String> list(Path folder) {
    SortedSet<String> names = new TreeSet<>();
    try {
      for (String name : seen.names(folder, checkpoint)) {
        if (!absent.contains(folder.resolve(name))) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      // A folder that cannot be looked at is an empty one, too.
    }
    for (Path path : overlays.keySet()) {
      if (path.getFileSystem().equals(folder.getFileSystem())
          && path.startsWith(folder)
          && path.getNameCount() > folder.getNameCount()) {
        names.add(path.getName(folder.getNameCount()).toString());
      }
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /**
   * Every source file below a folder, in order of their paths. Links are not followed, but the
   * folder itself may be one.
   */
  public List<Path> below(Path folder) throws IOException {
    Set<Path> found = new TreeSet<>();
    // The paths stay those of the folder as it was given: where a link leads is nobody's name.
    Path start = folder;
    if (Files.isSymbolicLink(folder)) {
      start = folder.toRealPath();
      seen.readOtherwise(); // what it leads to may change
    }
    for (Path path : seen.below(start, checkpoint)) {
      found.add(folder.resolve(start.relativize(path)));
    }
    Path identity = identity(folder);
    for (Path path : overlays.keySet()) {
      if (path.getFileSystem().equals(folder.getFileSystem())
          && path.startsWith(identity)
          && FolderListing.isSource(path)) {
        found.add(folder.resolve(identity.relativize(path)));
      }
    }
    found.removeIf(path -> absent.contains(identity(path)));
    return List.copyOf(found);
  }

  /** What was looked at so far: another build may differ where one of these has changed. */
  public FilesRead read() {
    Set<Path> folders = new HashSet<>(listings.keySet());
    seen.walkedFolders().forEach(folder -> folders.add(identity(folder)));
    return new FilesRead(asked, folders);
  }

  /** What two ways to write the path of one file have in common. */
  static Path identity(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private record NoContent(Path path) implements SourceFile.Content {

    @Override
    public byte[] read() throws IOException {
      throw new NoSuchFileException(path.toString());
    }
  }

  private final class FileContent implements SourceFile.Content {
    private final Path path;
    private volatile boolean known;
    private volatile AtomicReference<@Nullable Object> memo = new AtomicReference<>();

    private FileContent(Path path) {
      this.path = path;
    }

    @Override
    public byte[] read() throws IOException {
      FilesSeen.Content content =
          seen.read(path.toAbsolutePath()); // as it is: `..` after a link leads elsewhere
      known = !content.read();
      memo = content.memo();
      return content.bytes();
    }

    @Override
    public boolean isKnown() {
      return known;
    }

    @Override
    public AtomicReference<@Nullable Object> memo() {
      return memo;
    }

    @Override
    public InputStream open() throws IOException {
      seen.readOtherwise();
      return Files.newInputStream(path);
    }
  }
}
