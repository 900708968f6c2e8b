package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * What a store does to a file system, each step for itself, so that tests can let each fail. Files
 * and folders are made for their owner alone, where the file system knows owners.
 */
class Disk {
  private static final FileAttribute<?>[] NONE = {};
  private static final FileAttribute<?>[] PRIVATE_FILE = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };
  private static final FileAttribute<?>[] PRIVATE_FOLDER = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
  };

  /** Writes a file that must not exist. */
  void create(Path file, byte[] bytes) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            hasOwners(file) ? PRIVATE_FILE : NONE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  /** Opens a file to lock it, which is made where it is missing. */
  FileChannel openLock(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        hasOwners(file) ? PRIVATE_FILE : NONE);
  }

  /** Gives a file another name of the same file system, at one moment and for all processes. */
  void rename(Path file, Path name) throws IOException {
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The first bytes of a file that is no link; fewer when it is shorter. */
  byte[] read(Path file, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS), NONE)) {
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until all of it or its end is read.
      }
    }
    return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
  }

  /** All bytes of a file that is no link. */
  byte[] readAll(Path file) throws IOException {
    try (SeekableByteChannel channel = openToRead(file)) {
      return read(file, Math.toIntExact(channel.size()));
    }
  }

  /** Opens a file that is no link. */
  FileChannel openToRead(Path file) throws IOException {
    return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS), NONE);
  }

  /** Opens a file that is no link, to write anywhere in it. */
  FileChannel openToWrite(Path file) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), NONE);
  }

  /** Makes a file that must not exist, to write anywhere in it. */
  FileChannel createToWrite(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        hasOwners(file) ? PRIVATE_FILE : NONE);
  }

  /** The bytes at a place; fewer where the file ends. */
  byte[] read(FileChannel channel, long place, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
      // Until all of it or its end is read.
    }
    return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
  }

  /**
   * Writes bytes at a place.
   *
   * @param file what the channel is of
   */
  void write(FileChannel channel, Path file, ByteBuffer bytes, long place) throws IOException {
    long at = place;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /**
   * How long a file is.
   *
   * @throws NoSuchFileException also where there is a folder or a link
   */
  long size(Path file) throws IOException {
    BasicFileAttributes attributes = attributes(file);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString());
    }
    return attributes.size();
  }

  /** What the system says of a file, or of a link in its place. */
  BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Takes away a file, if it is there. */
  void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Takes away a file that could not be finished, if that can be done after a failure. */
  final void deleteAfter(IOException failure, Path file) {
    try {
      delete(file);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Closes what nothing more is written to. */
  static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // What was written is written, and forced on another way.
    }
  }

  /** Makes a folder with those above it, unless there is one that is no link. */
  void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.createDirectories(folder, hasOwners(folder) ? PRIVATE_FOLDER : NONE);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(folder.toString());
    }
  }

  /** Waits until the bytes of a file are where they outlive the machine's power. */
  void force(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      channel.force(true);
    }
  }

  /** The same for the names in a folder, where the system can do it. */
  void forceNames(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException | UnsupportedOperationException e) {
      // Windows opens no folders; there the names are part of the files' metadata.
    }
  }

  /** Whether there are permissions by owner. */
  boolean hasOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
