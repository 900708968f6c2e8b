package org.pinklang.modules.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;

/**
 * Files and folders as a build has found them first, so that a later one need not read what is as
 * it was. A file is believed to be so while it has the same {@link FileState} and had not been
 * changed within two seconds when it was read; every other one is read again. Safe for any number
 * of threads.
 */
public final class FilesSeen {
  final Map<Path, SeenFile> files = new ConcurrentHashMap<>();
  final Map<Path, SeenFolder> folders = new ConcurrentHashMap<>();
  final Map<Path, SeenWalk> walks = new ConcurrentHashMap<>();
  private final LongAdder bytesRead = new LongAdder();
  private volatile boolean complete;
  private volatile boolean lookedInside;
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
    this.complete = isForLater;
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

  /**
   * Nothing seen yet, for the same build when it has to find its files anew: what this has seen
   * need not be looked at again, but counts only where the build comes upon it.
   */
  public FilesSeen anew() {
    Earlier known = earlier;
    return known == null ? this : new FilesSeen(known.before(), this);
  }

  /** Forgets what earlier builds have seen: this one is done. */
  public void finish() {
    earlier = null;
  }

  /** A file; null where there was none. */
  record SeenFile(
      Moment moment, @Nullable Finding<byte[]> found, AtomicReference<@Nullable Object> memo) {

    static SeenFile absent() {
      return new SeenFile(Moment.NOTHING, null, new AtomicReference<>());
    }

    static SeenFile of(Moment moment, Finding<byte[]> found) {
      return new SeenFile(moment.ofContent(), found, new AtomicReference<>());
    }

    private byte @Nullable [] bytes() {
      return found == null ? null : found.value();
    }

    private boolean isSameAs(SeenFile other) {
      return found != null && other.found != null && found.isSameAs(other.found);
    }

    /** The same at this moment, with what is remembered of another that holds the same. */
    private SeenFile as(SeenFile other) {
      return other.bytes() == null ? this : new SeenFile(moment, other.found, other.memo);
    }
  }

  record SeenFolder(Moment moment, Finding<SortedSet<String>> names) {

    private SeenFolder with(String name) {
      SortedSet<String> known = names.value();
      if (known == null || known.contains(name)) {
        return this;
      }
      SortedSet<String> more = new TreeSet<>(known);
      more.add(name);
      return new SeenFolder(moment, new Finding<>(more, FilesSeen::hash));
    }
  }

  record SeenWalk(Map<Path, Moment> folders, Finding<List<Path>> found) {}

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
    Moment now = moment(file);
    if (!now.isReadAgain(file)) {
      complete = false; // to ask what it holds would take it from who reads it next
    }
    return look(file, now, before);
  }

  private SeenFile look(Path file, Moment now, @Nullable SeenFile before) throws IOException {
    try {
      if (before != null && before.found() != null && before.moment().isStill(now)) {
        return before;
      }
      lookedInside = true;
      byte[] bytes = Files.readAllBytes(file);
      read.add(file);
      bytesRead.add(bytes.length);
      SeenFile seen = SeenFile.of(now, new Finding<>(bytes, ContentHash::of));
      return before != null && seen.isSameAs(before) ? seen.as(before) : seen;
    } catch (NoSuchFileException e) {
      return SeenFile.absent();
    } catch (IOException e) {
      complete = false;
      throw e;
    }
  }

  /**
   * Notes a file that was written, to be looked at again.
   *
   * @param hash of what was written
   * @param startMillis when the file was not written yet, or held the same already
   */
  public void wrote(Path file, ContentHash hash, long startMillis) {
    try {
      Moment now = Moment.of(file, startMillis);
      if (!now.isReadAgain(file)) {
        complete = false;
      }
      files.put(file, SeenFile.of(now, new Finding<>(hash)));
    } catch (IOException e) {
      complete = false;
    }
  }

  /** Notes a file that somebody else reads, if it can be, who does not tell what it holds. */
  public void used(Path file) {
    try {
      Moment now = Moment.of(file);
      files.putIfAbsent(
          file, now.isNothing() ? SeenFile.absent() : SeenFile.of(now, Finding.untold()));
    } catch (IOException e) {
      complete = false;
    }
  }

  /**
   * The same as if files and folders had been there when the folders that they are in were listed.
   *
   * @param made absolute paths of what nobody would have looked at
   */
  public FilesSeen withMade(Collection<Path> made) {
    FilesSeen all = new FilesSeen();
    all.complete = complete;
    all.files.putAll(files);
    all.folders.putAll(folders);
    all.walks.putAll(walks);
    for (Path path : made) {
      for (Path at = path.normalize(); at.getParent() != null; at = at.getParent()) {
        String name = String.valueOf(at.getFileName());
        all.folders.computeIfPresent(at.getParent(), (folder, seen) -> seen.with(name));
      }
    }
    return all;
  }

  /** Whether nothing was read but what is noted, so that something can be said of all. */
  public boolean isComplete() {
    return complete;
  }

  /** Whether nothing need be read to say that all is as it was, while all states are the same. */
  public boolean isSettled() {
    return complete
        && files.values().stream().allMatch(file -> file.moment().settled())
        && folders.values().stream().allMatch(folder -> folder.moment().settled())
        && walks.values().stream()
            .flatMap(walk -> walk.folders().values().stream())
            .allMatch(Moment::settled);
  }

  /** Whether a file had to be read, or a folder listed. */
  public boolean hasLookedInside() {
    return lookedInside;
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

  /** Whether a folder, or one that it is in, was looked into for what is below another. */
  public boolean hasWalked(Path folder) {
    Set<Path> walked =
        walkedFolders().stream().map(FilesSeen::realPath).collect(Collectors.toSet());
    return Stream.iterate(realPath(folder), Objects::nonNull, Path::getParent)
        .anyMatch(walked::contains);
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return SourceFiles.identity(path);
    }
  }

  /** Says that something was read without being noted, so that nothing can be said of all. */
  void readOtherwise() {
    complete = false;
  }

  private Moment moment(Path path) throws IOException {
    try {
      return isForLater ? Moment.of(path) : Moment.UNKNOWN;
    } catch (IOException e) {
      complete = false;
      throw e;
    }
  }

  /** The names in a folder; none where it cannot be listed. */
  SortedSet<String> names(Path folder, Runnable checkpoint) throws IOException {
    lookedInside = true;
    Moment now = moment(folder);
    SortedSet<String> names = list(folder, checkpoint);
    Moment then = names.isEmpty() ? now : now.ofContent();
    SeenFolder first =
        folders.putIfAbsent(folder, new SeenFolder(then, new Finding<>(names, FilesSeen::hash)));
    return first == null ? names : Objects.requireNonNull(first.names().value());
  }

  private static ContentHash hash(SortedSet<String> names) {
    HashWriter hash = new HashWriter();
    names.forEach(hash::text);
    return hash.finish();
  }

  private static ContentHash hash(List<Path> paths) {
    HashWriter hash = new HashWriter();
    paths.forEach(path -> hash.text(path.toString()));
    return hash.finish();
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
    lookedInside = true;
    Map<Path, Moment> moments = new HashMap<>();
    try {
      List<Path> found =
          FolderListing.below(
              folder, below -> moments.put(below, moment(below).ofContent()), checkpoint);
      SeenWalk first =
          walks.putIfAbsent(folder, new SeenWalk(moments, new Finding<>(found, FilesSeen::hash)));
      return first == null ? found : Objects.requireNonNull(first.found().value());
    } catch (IOException e) {
      complete = false;
      throw e;
    }
  }

  /**
   * Looks whether everything is as it was seen. Only regular files and folders are opened.
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
      Path path = file.getKey();
      if (!isStill(path, Moment.of(path), file.getValue(), now)) {
        return false;
      }
    }
    return haveSameFiles(now, checkpoint);
  }

  /** Whether the folders that were seen hold the same files. */
  private boolean haveSameFiles(FilesSeen now, Runnable checkpoint) throws IOException {
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

  /**
   * Looks which files hold something else than was seen.
   *
   * @param now takes what is seen of them, as of a build that goes by it
   * @param checkpoint called for each file; what it throws is passed on
   * @return the files; empty where files or folders came, went or hold other files, or where that
   *     cannot be said
   */
  public Optional<Set<Path>> changed(FilesSeen now, Runnable checkpoint) throws IOException {
    if (!complete || !now.isForLater) {
      return Optional.empty();
    }
    Set<Path> changed = new HashSet<>();
    for (Map.Entry<Path, SeenFile> file : files.entrySet()) {
      checkpoint.run();
      byte[] was = file.getValue().bytes();
      byte[] is = now.bytesOrNone(file.getKey());
      if ((was == null) != (is == null)) {
        return Optional.empty();
      }
      if (is != was && !Arrays.equals(was, is)) {
        changed.add(file.getKey());
      }
    }
    return haveSameFiles(now, checkpoint) ? Optional.of(changed) : Optional.empty();
  }

  private byte @Nullable [] bytesOrNone(Path file) throws IOException {
    try {
      return read(file).bytes();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Looks whether nobody has touched the files: one that holds the same in another state, with
   * other permissions perhaps, is another one.
   *
   * @param now takes what is seen of them
   */
  public boolean isUntouched(FilesSeen now) throws IOException {
    for (Map.Entry<Path, SeenFile> file : files.entrySet()) {
      SeenFile seen = file.getValue();
      Moment moment = Moment.of(file.getKey());
      if (!seen.moment().hasStateOf(moment) || !isStill(file.getKey(), moment, seen, now)) {
        return false;
      }
    }
    return complete;
  }

  private static boolean isStill(Path file, Moment moment, SeenFile seen, FilesSeen now)
      throws IOException {
    if (seen.moment().isStill(moment)) {
      now.files.put(file, seen);
      return true;
    }
    if (seen.found() == null || !moment.isReadAgain(file)) {
      return false; // what can be read but once is for the run to read
    }
    SeenFile found = now.look(file, moment, seen);
    now.files.put(file, found);
    return found == seen || found.isSameAs(seen);
  }

  private static boolean isStill(Path folder, SeenFolder seen, FilesSeen now, Runnable checkpoint)
      throws IOException {
    if (seen.moment().isStill(Moment.of(folder))) {
      now.folders.put(folder, seen);
      return true;
    }
    now.names(folder, checkpoint);
    return Objects.requireNonNull(now.folders.get(folder)).names().isSameAs(seen.names());
  }

  private static boolean isStill(Path folder, SeenWalk seen, FilesSeen now, Runnable checkpoint)
      throws IOException {
    if (Files.isSymbolicLink(folder) || !seen.folders().containsKey(folder)) {
      return false; // what a link leads to is not seen from here
    }
    for (Map.Entry<Path, Moment> below : seen.folders().entrySet()) {
      if (!below.getValue().isStill(Moment.of(below.getKey()))) {
        now.below(folder, checkpoint);
        return Objects.requireNonNull(now.walks.get(folder)).found().isSameAs(seen.found());
      }
    }
    now.walks.put(folder, seen);
    return true;
  }
}
