package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * The files of a store's folder, and whether the folder is one. A folder that holds anything else,
 * also the store of another version, is not touched.
 */
final class StoreFolder {
  private static final String MARKER = "pink-store";
  private static final byte[] MARK = "pink store 2\n".getBytes(StandardCharsets.US_ASCII);
  private static final String UNFINISHED = ".tmp";
  private static final String TAG = "CACHEDIR.TAG";
  private static final byte[] TAG_TEXT =
      """
      Signature: 8a477f597d28d172789f06886806bc55
      # This folder holds what compilations of Pink can make again.
      # For information about cache directory tags see https://bford.info/cachedir/
      """
          .getBytes(StandardCharsets.US_ASCII);

  private final Path root;
  private final Disk disk;
  private volatile boolean known;

  StoreFolder(Path root, Disk disk) {
    this.root = root;
    this.disk = disk;
  }

  /** What a folder is to a store. */
  enum Standing {
    /** Missing or empty; it can become a store. */
    FREE,
    /** A store of this version. */
    STORE
  }

  /** The folder is something that this must neither read nor write. */
  static final class ForeignFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignFolderException(String reason) {
      super(reason);
    }
  }

  Path root() {
    return root;
  }

  /** Where the packs are. */
  Path packs() {
    return root.resolve("packs");
  }

  /** A name that no other process uses, for a file to be written before it gets its own. */
  Path newFile() {
    return packs().resolve(UUID.randomUUID() + UNFINISHED);
  }

  /** Whether a file has a name that {@link #newFile} gave. */
  static boolean isUnfinished(Path file) {
    return String.valueOf(file.getFileName()).endsWith(UNFINISHED);
  }

  /** The file that is locked by the process that cleans up. */
  Path lock() {
    return root.resolve("lock");
  }

  /**
   * Looks what the folder is; once it was found to be a store that is believed.
   *
   * @throws ForeignFolderException if it is not for this store to use
   */
  Standing inspect() throws IOException {
    if (known) {
      return Standing.STORE;
    }
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new ForeignFolderException("is not a folder");
    }
    if (isMarked()) {
      known = true;
      return Standing.STORE;
    }
    if (holdsOthers() && !isMarked()) { // between the two looks another process may have made it
      throw new ForeignFolderException("holds files, and no mark that it is a store");
    }
    return Standing.FREE;
  }

  private boolean isMarked() throws IOException {
    byte[] mark;
    try {
      mark = disk.read(root.resolve(MARKER), MARK.length + 1);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!Arrays.equals(mark, MARK)) {
      throw new ForeignFolderException("is the store of another version");
    }
    return true;
  }

  private boolean holdsOthers() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(root)) {
      for (Path file : files) {
        // Another process may be about to mark it.
        if (!String.valueOf(file.getFileName()).startsWith(MARKER)) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Makes the folder a store, if it is not yet. */
  void prepare() throws IOException {
    if (inspect() == Standing.FREE) {
      mark();
    }
    disk.makeFolder(packs());
  }

  /** Looks again at everything: somebody has removed folders. */
  void forget() {
    known = false;
  }

  /** The mark is the first name in the folder but those that begin like it. */
  private void mark() throws IOException {
    if (!Files.isDirectory(root)) {
      disk.makeFolder(root);
    }
    place(MARKER, MARK);
    if (!Files.exists(root.resolve(TAG), LinkOption.NOFOLLOW_LINKS)) {
      place(TAG, TAG_TEXT);
    }
    known = true;
  }

  private void place(String name, byte[] text) throws IOException {
    Path file = root.resolve(MARKER + "-" + UUID.randomUUID() + ".tmp");
    try {
      disk.create(file, text);
      disk.force(file);
      disk.rename(file, root.resolve(name));
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
