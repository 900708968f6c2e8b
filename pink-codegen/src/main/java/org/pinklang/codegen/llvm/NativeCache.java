package org.pinklang.codegen.llvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A folder of unpacked native files that any number of processes share.
 *
 * <p>A file appears under its name only when it is complete: it is written beside, checked and
 * renamed. What is found is believed when size, modification time and checksum are those noted when
 * it was last checked; else its bytes are checked again, and replaced when they are wrong. A folder
 * that cannot be written still serves what it holds.
 */
final class NativeCache {
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path directory;

  NativeCache(Path directory) {
    this.directory = directory;
  }

  /** The place of the file on disk, unpacked first when it is missing or damaged. */
  Path provide(NativeFile file) throws IOException {
    Path target = directory.resolve(file.fileName());
    if (!isIntact(target, file)) {
      unpack(file, target);
    }
    return target;
  }

  private boolean isIntact(Path target, NativeFile file) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(target, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!attributes.isRegularFile() || attributes.size() != file.size()) {
      return false;
    }
    if (stampOf(file, attributes).equals(readStamp(target))) {
      return true;
    }
    if (checksumOf(target) != file.checksum()) {
      return false;
    }
    writeStamp(target, file);
    return true;
  }

  private void unpack(NativeFile file, Path target) throws IOException {
    Files.createDirectories(directory);
    removeAbandoned();
    Path beside = besideOf(target);
    try {
      if (copy(file, beside) != file.checksum() || Files.size(beside) != file.size()) {
        throw new IOException("the bytes of " + file.source() + " do not have their own checksum");
      }
      makeExecutable(beside);
      moveOver(beside, target);
    } finally {
      Files.deleteIfExists(beside);
    }
    writeStamp(target, file);
  }

  private static long copy(NativeFile file, Path beside) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = file.open();
        OutputStream out = new CheckedOutputStream(Files.newOutputStream(beside), checksum)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    }
    return checksum.getValue();
  }

  private static void makeExecutable(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static long checksumOf(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (in.read(buffer) >= 0) {
        // Reading is what feeds the checksum.
      }
    }
    return checksum.getValue();
  }

  private static String stampOf(NativeFile file, BasicFileAttributes attributes) {
    return attributes.size() + " " + attributes.lastModifiedTime() + " " + file.checksum();
  }

  private static String readStamp(Path target) {
    try {
      return Files.readString(stampFile(target));
    } catch (IOException e) {
      return "";
    }
  }

  private static void writeStamp(Path target, NativeFile file) {
    Path stamp = stampFile(target);
    Path beside = besideOf(stamp);
    try {
      Files.writeString(
          beside, stampOf(file, Files.readAttributes(target, BasicFileAttributes.class)));
      moveOver(beside, stamp);
    } catch (IOException e) {
      // Without a stamp the next process checks the bytes again, which is slower and not wrong.
      deleteQuietly(beside);
    }
  }

  private static Path stampFile(Path target) {
    return target.resolveSibling(target.getFileName() + ".checked");
  }

  private static Path besideOf(Path target) {
    String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    return target.resolveSibling(target.getFileName() + "." + unique + ".part");
  }

  private static void moveOver(Path beside, Path target) throws IOException {
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Processes killed while unpacking leave parts behind; nobody else would remove them. */
  private void removeAbandoned() {
    Instant limit = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "*.part")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
          deleteQuietly(part);
        }
      }
    } catch (IOException e) {
      // Tidying up is a courtesy: whatever prevents it must not prevent the compiler.
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // As in removeAbandoned.
    }
  }
}
