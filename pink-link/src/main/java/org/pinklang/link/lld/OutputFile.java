package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes what linking gave so that nobody ever sees half a file. */
public final class OutputFile {
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
      if (beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        String permissions = executable ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(permissions));
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
