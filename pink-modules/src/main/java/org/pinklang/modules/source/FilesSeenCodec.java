package org.pinklang.modules.source;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * What was seen of files, as bytes: of each file and folder its state, and the hash of what it
 * holds. For another process on the same machine.
 */
public final class FilesSeenCodec {
  private static final FileSystem FILES = FileSystems.getDefault();

  private static final int HAS_STATE = 1;
  private static final int SETTLED = 2;
  private static final int FOLDER = 4;
  private static final int HAS_HASH = 8;
  private static final int REGULAR = 16;

  private FilesSeenCodec() {}

  /** The bytes; empty where not all that a build went by can be seen again by another process. */
  public static Optional<byte[]> encode(FilesSeen seen) {
    // Others may still be adding to what is counted here.
    Map<Path, FilesSeen.SeenFile> files = Map.copyOf(seen.files);
    Map<Path, FilesSeen.SeenFolder> folders = Map.copyOf(seen.folders);
    Map<Path, FilesSeen.SeenWalk> walks = Map.copyOf(seen.walks);
    boolean areNamed =
        areNamed(files.keySet())
            && areNamed(folders.keySet())
            && areNamed(walks.keySet())
            && walks.values().stream().allMatch(walk -> areNamed(walk.folders().keySet()));
    if (!seen.isComplete() || !areNamed) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeFiles(files, out);
      writeFolders(folders, out);
      writeWalks(walks, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return Optional.of(bytes.toByteArray());
  }

  /** Whether the names of paths lead back to them. */
  private static boolean areNamed(Collection<Path> paths) {
    return paths.stream().allMatch(FilesSeenCodec::isNamed);
  }

  private static boolean isNamed(Path path) {
    try {
      return path.getFileSystem().equals(FILES) && FILES.getPath(path.toString()).equals(path);
    } catch (InvalidPathException e) {
      return false; // bytes that the encoding of file names has no characters for
    }
  }

  private static void writeFiles(Map<Path, FilesSeen.SeenFile> files, DataOutputStream out)
      throws IOException {
    out.writeInt(files.size());
    for (Map.Entry<Path, FilesSeen.SeenFile> file : new TreeMap<>(files).entrySet()) {
      Finding<byte[]> found = file.getValue().found();
      write(file.getKey(), file.getValue().moment(), found == null ? null : found.hash(), out);
    }
  }

  private static void writeFolders(Map<Path, FilesSeen.SeenFolder> folders, DataOutputStream out)
      throws IOException {
    out.writeInt(folders.size());
    for (Map.Entry<Path, FilesSeen.SeenFolder> folder : new TreeMap<>(folders).entrySet()) {
      write(folder.getKey(), folder.getValue().moment(), folder.getValue().names().hash(), out);
    }
  }

  private static void writeWalks(Map<Path, FilesSeen.SeenWalk> walks, DataOutputStream out)
      throws IOException {
    out.writeInt(walks.size());
    for (Map.Entry<Path, FilesSeen.SeenWalk> walk : new TreeMap<>(walks).entrySet()) {
      write(walk.getKey(), Moment.UNKNOWN, walk.getValue().found().hash(), out);
      Map<Path, Moment> below = new TreeMap<>(walk.getValue().folders());
      out.writeInt(below.size());
      for (Map.Entry<Path, Moment> folder : below.entrySet()) {
        write(folder.getKey(), folder.getValue(), null, out);
      }
    }
  }

  private static void write(
      Path path, Moment moment, @Nullable ContentHash hash, DataOutputStream out)
      throws IOException {
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(name.length);
    out.write(name);
    FileState state = moment.state();
    out.writeByte(
        (state == null ? 0 : HAS_STATE)
            | (moment.settled() ? SETTLED : 0)
            | (state != null && state.folder() ? FOLDER : 0)
            | (state != null && state.regular() ? REGULAR : 0)
            | (hash == null ? 0 : HAS_HASH));
    if (state != null) {
      out.writeLong(state.device());
      out.writeLong(state.inode());
      out.writeLong(state.size());
      out.writeLong(state.modifiedNanos());
      out.writeLong(state.changedNanos());
    }
    if (hash != null) {
      out.write(hash.value());
    }
  }

  /** What was seen; empty where the bytes are not what {@link #encode} gave. */
  public static Optional<FilesSeen> decode(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      FilesSeen seen = read(in);
      return in.hasRemaining() ? Optional.empty() : Optional.of(seen);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static FilesSeen read(ByteBuffer in) {
    FilesSeen seen = new FilesSeen();
    for (int left = in.getInt(); left > 0; left--) {
      Entry file = entry(in);
      seen.files.put(
          file.path(),
          file.hash() == null
              ? FilesSeen.SeenFile.absent()
              : FilesSeen.SeenFile.of(file.moment(), new Finding<>(file.hash())));
    }
    for (int left = in.getInt(); left > 0; left--) {
      Entry folder = entry(in);
      seen.folders.put(
          folder.path(), new FilesSeen.SeenFolder(folder.moment(), new Finding<>(folder.known())));
    }
    for (int left = in.getInt(); left > 0; left--) {
      Entry walk = entry(in);
      Map<Path, Moment> below = new HashMap<>();
      for (int more = in.getInt(); more > 0; more--) {
        Entry folder = entry(in);
        below.put(folder.path(), folder.moment());
      }
      seen.walks.put(walk.path(), new FilesSeen.SeenWalk(below, new Finding<>(walk.known())));
    }
    return seen;
  }

  private record Entry(Path path, Moment moment, @Nullable ContentHash hash) {
    ContentHash known() {
      if (hash == null) {
        throw new IllegalArgumentException("a hash is missing");
      }
      return hash;
    }
  }

  private static Entry entry(ByteBuffer in) {
    Path path = FILES.getPath(new String(take(in, in.getInt()), StandardCharsets.UTF_8));
    int flags = in.get();
    boolean settled = (flags & SETTLED) != 0;
    boolean folder = (flags & FOLDER) != 0;
    boolean regular = (flags & REGULAR) != 0;
    FileState state =
        (flags & HAS_STATE) == 0
            ? null
            : new FileState(
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                folder,
                regular);
    ContentHash hash =
        (flags & HAS_HASH) == 0 ? null : ContentHash.ofValue(take(in, ContentHash.BYTES));
    return new Entry(path, new Moment(state, settled), hash);
  }

  private static byte[] take(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
