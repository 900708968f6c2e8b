package org.pinklang.modules.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a system says of a file or a folder that changes with what is in it. A link is what it leads
 * to. Immutable.
 *
 * @param device where it is
 * @param inode its number there, which a file that replaces it does not share
 * @param size in bytes
 * @param modifiedNanos when the content was changed last, as far as programs say so, in nanoseconds
 *     since 1970
 * @param changedNanos when the system saw a change last, in the same
 * @param folder whether it is a folder
 * @param regular whether it is a file that holds the same each time it is read, not a pipe or a
 *     device
 */
public record FileState(
    long device,
    long inode,
    long size,
    long modifiedNanos,
    long changedNanos,
    boolean folder,
    boolean regular) {
  private static final String VIEW = "unix";
  private static final String ATTRIBUTES =
      "unix:dev,ino,size,lastModifiedTime,ctime,isDirectory,isRegularFile";

  /**
   * So much older than the moment at which it was looked at must a change be to be the last one.
   */
  private static final long SETTLED_MILLIS = 2_000;

  /**
   * What the system says now.
   *
   * @return empty where the system does not say all that is needed to tell a change
   * @throws NoSuchFileException if there is nothing
   */
  public static Optional<FileState> of(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains(VIEW)) {
      return Optional.empty();
    }
    try {
      return of(Files.readAttributes(file, ATTRIBUTES));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a view of this name that has other attributes
    }
  }

  private static Optional<FileState> of(Map<String, Object> attributes) {
    return attributes.get("dev") instanceof Long device
            && attributes.get("ino") instanceof Long inode
            && attributes.get("size") instanceof Long size
            && attributes.get("lastModifiedTime") instanceof FileTime modified
            && attributes.get("ctime") instanceof FileTime changed
            && attributes.get("isDirectory") instanceof Boolean folder
            && attributes.get("isRegularFile") instanceof Boolean regular
        ? Optional.of(
            new FileState(device, inode, size, nanos(modified), nanos(changed), folder, regular))
        : Optional.empty();
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** Whether nothing has changed between two states; as {@code equals}, which is made when used. */
  boolean isSameAs(FileState other) {
    return inode == other.inode
        && device == other.device
        && size == other.size
        && modifiedNanos == other.modifiedNanos
        && changedNanos == other.changedNanos
        && folder == other.folder
        && regular == other.regular;
  }

  /**
   * Whether what was read at a moment is still there while the state is the same: later changes
   * would give it another time. What is neither a file nor a folder never is: it can be read once.
   *
   * @param nowMillis the moment, in milliseconds since 1970
   */
  public boolean isSettled(long nowMillis) {
    long latest = Math.max(modifiedNanos, changedNanos);
    return (regular || folder)
        && nowMillis - TimeUnit.NANOSECONDS.toMillis(latest) > SETTLED_MILLIS;
  }
}
