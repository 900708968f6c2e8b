package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** What linking gave, as a file that nobody ever sees half of. */
public final class OutputFile {
  private static final String EXECUTABLE = "rwxr-xr-x";
  private static final String READABLE = "rw-r--r--";

  private OutputFile() {}

  /**
   * Writes beside the file and renames; an executable gets the permissions {@code rwxr-xr-x} where
   * there are such.
   *
   * @param target may exist and is replaced then; its folder must exist; any file system
   * @throws IOException if it cannot be written; an existing file is untouched then
   */
  public static void write(Path target, byte[] bytes, boolean executable) throws IOException {
    Path file = target.toAbsolutePath();
    Path beside = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".part");
    try {
      Files.write(beside, bytes);
      if (hasPermissions(beside)) {
        Files.setPosixFilePermissions(beside, permissions(executable));
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * The bytes of a file that {@link #write} may have written: an ordinary one, with the permissions
   * that it gives; empty for every other one and where there is none.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<byte[]> read(Path target, boolean executable) throws IOException {
    boolean usable =
        Files.isRegularFile(target)
            && (!hasPermissions(target)
                || Files.getPosixFilePermissions(target).equals(permissions(executable)));
    return usable ? Optional.of(Files.readAllBytes(target)) : Optional.empty();
  }

  private static boolean hasPermissions(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static Set<PosixFilePermission> permissions(boolean executable) {
    return PosixFilePermissions.fromString(executable ? EXECUTABLE : READABLE);
  }
}
