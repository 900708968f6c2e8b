package org.pinklang.modules.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders as a build has found them, so that a later one need not read what is as it was.
 * A file is believed to be so while it has the same {@link FileState} and had not been changed
 * within two seconds when it was read; every other one is read again. Safe for any number of
 * threads.
 */
public final class FilesSeen {
  private final Map<Path, SeenFile> files = new ConcurrentHashMap<>();
  private final Map<Path, SeenFolder> folders = new ConcurrentHashMap<>();
  private final Map<Path, SeenWalk> walks = new ConcurrentHashMap<>();
  private final LongAdder bytesRead = new LongAdder();
  private volatile boolean complete = true;

  /** Nothing seen yet. */
  public FilesSeen() {}

  /**
   * The state in which something was, and whether what was read then is there as long as it has it.
   *
   * @param state null where there was nothing
   */
  private record Moment(@Nullable FileState state, boolean settled) {

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
  private record SeenFile(Moment moment, byte @Nullable [] bytes) {}

  private record SeenFolder(Moment moment, SortedSet<String> names) {}

  private record SeenWalk(Map<Path, Moment> folders, List<Path> found) {}

  /**
   * What a file is found to hold.
   *
   * @param bytes the very array of last time where nothing has changed
   * @param read whether it had to be read
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them by value.
  record Content(byte[] bytes, boolean read) {}

  /**
   * The bytes of a file.
   *
   * @param before what an earlier build has seen
   */
  Content read(Path file, FilesSeen before) throws IOException {
    Moment now = Moment.of(file);
    SeenFile known = before.files.get(file);
    byte[] earlier = known == null ? null : known.bytes();
    if (known != null && earlier != null && known.moment().isStill(now)) {
      files.put(file, known);
      return new Content(earlier, false);
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      files.put(file, new SeenFile(new Moment(null, true), null));
      throw e;
    } catch (IOException e) {
      complete = false;
      throw e;
    }
    bytesRead.add(bytes.length);
    byte[] kept = earlier != null && Arrays.equals(earlier, bytes) ? earlier : bytes;
    files.put(file, new SeenFile(now, kept));
    return new Content(kept, true);
  }

  /** The folders that were looked into for what is below others. */
  Set<Path> walkedFolders() {
    return walks.values().stream()
        .flatMap(walk -> walk.folders().keySet().stream())
        .collect(Collectors.toSet());
  }

  /** How many bytes of files had to be read. */
  public long bytesRead() {
    return bytesRead.sum();
  }

  /** Says that something was read without being noted, so that nothing can be said of all. */
  void readOtherwise() {
    complete = false;
  }

  /** The names in a folder; none where it cannot be listed. */
  SortedSet<String> names(Path folder, Runnable checkpoint) throws IOException {
    Moment now = Moment.of(folder);
    SortedSet<String> names = FolderListing.names(folder, checkpoint);
    folders.put(folder, new SeenFolder(now, names));
    return names;
  }

  /** Every source file below a folder, in order of their paths; links are not followed. */
  List<Path> below(Path folder, Runnable checkpoint) throws IOException {
    Map<Path, Moment> moments = new HashMap<>();
    List<Path> found =
        FolderListing.below(folder, below -> moments.put(below, Moment.of(below)), checkpoint);
    walks.put(folder, new SeenWalk(moments, found));
    return found;
  }

  /**
   * Looks whether everything is as it was seen.
   *
   * @param checkpoint called for each file; what it throws is passed on
   * @return the same as it is seen now; empty where something is another, or may be
   */
  public Optional<FilesSeen> lookAgain(Runnable checkpoint) throws IOException {
    FilesSeen now = new FilesSeen();
    if (!complete) {
      return Optional.empty();
    }
    for (Map.Entry<Path, SeenFile> file : files.entrySet()) {
      checkpoint.run();
      if (!isStill(file.getKey(), file.getValue(), now)) {
        return Optional.empty();
      }
    }
    for (Map.Entry<Path, SeenFolder> folder : folders.entrySet()) {
      if (!isStill(folder.getKey(), folder.getValue(), now, checkpoint)) {
        return Optional.empty();
      }
    }
    for (Map.Entry<Path, SeenWalk> walk : walks.entrySet()) {
      if (!isStill(walk.getKey(), walk.getValue(), now, checkpoint)) {
        return Optional.empty();
      }
    }
    return Optional.of(now);
  }

  private boolean isStill(Path file, SeenFile seen, FilesSeen now) throws IOException {
    try {
      return seen.bytes() == null
          ? isAbsent(file, seen, now)
          : now.read(file, this).bytes() == seen.bytes();
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
    for (Map.Entry<Path, Moment> below : seen.folders().entrySet()) {
      if (!below.getValue().isStill(Moment.of(below.getKey()))) {
        return now.below(folder, checkpoint).equals(seen.found());
      }
    }
    now.walks.put(folder, seen);
    return true;
  }
}
