package org.pinklang.modules.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders as a build has found them first, so that a later one need not read what is as
 * it was. A file is believed to be so while it has the same {@link FileState} and had not been
 * changed within two seconds when it was read; every other one is read again. Safe for any number
 * of threads.
 */
public final class FilesSeen {
  private final Map<Path, SeenFile> files = new ConcurrentHashMap<>();
  private final Map<Path, SeenFolder> folders = new ConcurrentHashMap<>();
  private final Map<Path, SeenWalk> walks = new ConcurrentHashMap<>();
  private final LongAdder bytesRead = new LongAdder();
  private volatile boolean complete = true;

  private final boolean isForLater;
  private final Set<Path> read = ConcurrentHashMap.newKeySet();

  /** What an earlier build has seen, and what was looked at just now; null when all is seen. */
  private volatile @Nullable Earlier earlier;

  private record Earlier(FilesSeen before, FilesSeen now) {}

  /** Nothing seen, now or before. */
  public FilesSeen() {
    this(true);
  }

  private FilesSeen(boolean isForLater) {
    this.isForLater = isForLater;
  }

  /** What is seen by a build after which none comes in this process: nothing is asked for that. */
  public static FilesSeen once() {
    return new FilesSeen(false);
  }

  /**
   * Nothing seen yet.
   *
   * @param before what an earlier build has seen
   * @param now what {@link #lookAgain} has seen at the beginning of this one
   */
  public FilesSeen(FilesSeen before, FilesSeen now) {
    this(true);
    this.earlier = new Earlier(before, now);
  }

  /** Forgets what earlier builds have seen: this one is done. */
  public void finish() {
    earlier = null;
  }

  /**
   * The state in which something was, and whether what was read then is there as long as it has it.
   *
   * @param state null where there was nothing
   */
  private record Moment(@Nullable FileState state, boolean settled) {
    /** Nobody has asked. */
    static final Moment UNKNOWN = new Moment(null, false);

    static Moment of(Path path) throws IOException {
      long now = System.currentTimeMillis();
      try {
        FileState state = FileState.of(path).orElse(null);
        return new Moment(state, state != null && state.isSettled(now));
      } catch (NoSuchFileException e) {
        return new Moment(null, true);
      }
    }

    boolean isStill(Moment now) {
      return settled
          && now.settled
          && (state == null ? now.state == null : state.equals(now.state));
    }
  }

  /** A file; without bytes where there was none. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them by value.
  private record SeenFile(
      Moment moment, byte @Nullable [] bytes, AtomicReference<@Nullable Object> memo) {}

  private record SeenFolder(Moment moment, SortedSet<String> names) {}

  private record SeenWalk(Map<Path, Moment> folders, List<Path> found) {}

  /**
   * What a file is found to hold.
   *
   * @param bytes the very array of last time where nothing has changed
   * @param memo what who reads them wants to remember of them; empty where they changed
   * @param read whether it had to be read
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them by value.
  record Content(byte[] bytes, AtomicReference<@Nullable Object> memo, boolean read) {}

  /** The bytes of a file. */
  Content read(Path file) throws IOException {
    if (!isForLater) {
      return new Content(Files.readAllBytes(file), new AtomicReference<>(), true);
    }
    SeenFile mine = files.get(file);
    if (mine != null) {
      return content(file, mine);
    }
    Earlier known = earlier;
    if (known == null) {
      return read(file, null);
    }
    SeenFile now = known.now().files.get(file);
    if (now == null || now.bytes() == null) {
      return read(file, known.before().files.get(file));
    }
    if (known.now().read.contains(file)) {
      read.add(file);
    }
    return keep(file, now);
  }

  private Content read(Path file, @Nullable SeenFile before) throws IOException {
    return keep(file, look(file, before));
  }

  /** What is recorded is what the build goes by: of threads that look at once, the first's. */
  private Content keep(Path file, SeenFile seen) throws NoSuchFileException {
    SeenFile first = files.putIfAbsent(file, seen);
    return content(file, first == null ? seen : first);
  }

  private Content content(Path file, SeenFile seen) throws NoSuchFileException {
    byte[] bytes = seen.bytes();
    if (bytes == null) {
      throw new NoSuchFileException(file.toString());
    }
    return new Content(bytes, seen.memo(), read.contains(file));
  }

  private SeenFile look(Path file, @Nullable SeenFile before) throws IOException {
    try {
      Moment now = Moment.of(file);
      byte[] known = before == null ? null : before.bytes();
      if (before != null && known != null && before.moment().isStill(now)) {
        return before;
      }
      byte[] bytes = Files.readAllBytes(file);
      read.add(file);
      bytesRead.add(bytes.length);
      return before != null && known != null && Arrays.equals(known, bytes)
          ? new SeenFile(now, known, before.memo())
          : new SeenFile(now, bytes, new AtomicReference<>());
    } catch (NoSuchFileException e) {
      return new SeenFile(new Moment(null, true), null, new AtomicReference<>());
    } catch (IOException e) {
      complete = false;
      throw e;
    }
  }

  /** How many bytes of files had to be read. */
  public long bytesRead() {
    return bytesRead.sum();
  }

  /** The folders that were looked into for what is below others. */
  Set<Path> walkedFolders() {
    return walks.values().stream()
        .flatMap(walk -> walk.folders().keySet().stream())
        .collect(Collectors.toSet());
  }

  /** Says that something was read without being noted, so that nothing can be said of all. */
  void readOtherwise() {
    complete = false;
  }

  private Moment moment(Path folder) throws IOException {
    try {
      return isForLater ? Moment.of(folder) : Moment.UNKNOWN;
    } catch (IOException e) {
      complete = false;
      throw e;
    }
  }

  /** The names in a folder; none where it cannot be listed. */
  SortedSet<String> names(Path folder, Runnable checkpoint) throws IOException {
    Moment now = moment(folder);
    SortedSet<String> names = list(folder, checkpoint);
    SeenFolder first = folders.putIfAbsent(folder, new SeenFolder(now, names));
    return first == null ? names : first.names();
  }

  private SortedSet<String> list(Path folder, Runnable checkpoint) {
    try {
      return FolderListing.names(folder, checkpoint);
    } catch (NoSuchFileException | NotDirectoryException e) {
      // A root that is not there is an empty one: the error is about the module not found.
      return Collections.emptySortedSet();
    } catch (IOException e) {
      complete = false; // when it can be listed may not be told by its state
      return Collections.emptySortedSet();
    }
  }

  /** Every source file below a folder, in order of their paths; links are not followed. */
  List<Path> below(Path folder, Runnable checkpoint) throws IOException {
    Map<Path, Moment> moments = new HashMap<>();
    try {
      List<Path> found =
          FolderListing.below(folder, below -> moments.put(below, moment(below)), checkpoint);
      SeenWalk first = walks.putIfAbsent(folder, new SeenWalk(moments, found));
      return first == null ? found : first.found();
    } catch (IOException e) {
      complete = false;
      throw e;
    }
  }

  /**
   * Looks whether everything is as it was seen.
   *
   * @param checkpoint called for each file; what it throws is passed on
   * @param now takes what is seen of it
   * @return whether everything is; if not, or if that cannot be said, not all was looked at
   */
  public boolean lookAgain(FilesSeen now, Runnable checkpoint) throws IOException {
    if (!complete) {
      return false;
    }
    for (Map.Entry<Path, SeenFile> file : files.entrySet()) {
      checkpoint.run();
      if (!isStill(file.getKey(), file.getValue(), now)) {
        return false;
      }
    }
    for (Map.Entry<Path, SeenFolder> folder : folders.entrySet()) {
      if (!isStill(folder.getKey(), folder.getValue(), now, checkpoint)) {
        return false;
      }
    }
    for (Map.Entry<Path, SeenWalk> walk : walks.entrySet()) {
      if (!isStill(walk.getKey(), walk.getValue(), now, checkpoint)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStill(Path file, SeenFile seen, FilesSeen now) throws IOException {
    try {
      return seen.bytes() == null
          ? isAbsent(file, seen, now)
          : now.read(file, seen).bytes() == seen.bytes();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static boolean isAbsent(Path file, SeenFile seen, FilesSeen now) throws IOException {
    now.files.put(file, seen);
    return seen.moment().isStill(Moment.of(file));
  }

  private static boolean isStill(Path folder, SeenFolder seen, FilesSeen now, Runnable checkpoint)
      throws IOException {
    if (seen.moment().isStill(Moment.of(folder))) {
      now.folders.put(folder, seen);
      return true;
    }
    return now.names(folder, checkpoint).equals(seen.names());
  }

  private static boolean isStill(Path folder, SeenWalk seen, FilesSeen now, Runnable checkpoint)
      throws IOException {
    if (Files.isSymbolicLink(folder) || !seen.folders().containsKey(folder)) {
      return false; // what a link leads to is not seen from here
    }
    for (Map.Entry<Path, Moment> below : seen.folders().entrySet()) {
      if (!below.getValue().isStill(Moment.of(below.getKey()))) {
        return now.below(folder, checkpoint).equals(seen.found());
      }
    }
    now.walks.put(folder, seen);
    return true;
  }
}
