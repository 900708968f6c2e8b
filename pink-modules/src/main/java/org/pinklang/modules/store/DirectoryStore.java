package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A store in a folder of any file system, which any number of threads and processes may share.
 *
 * <p>An entry is one file, written under another name and renamed, so that nobody sees a part of
 * it; it survives the end of the process from then on, and of the machine's power from the next
 * {@link #flush} on. Where the folder cannot be written it is read; a folder that holds anything
 * else is not touched. Reading an entry is noted in the time of its file, at most once an hour.
 */
public final class DirectoryStore implements Store {
  private static final long NOTED_MILLIS = 60L * 60 * 1000;

  private final Disk disk;
  private final StoreFolder folder;
  private final Unforced unforced;
  private final Usage usage;
  private final Eviction eviction;
  private final long maxBytes;
  private final int maxEntry;
  private final Trouble trouble = new Trouble();

  /** What this has written since it was added to the usage. */
  private final AtomicLong written = new AtomicLong();

  private volatile boolean foreign;
  private volatile boolean unwritable;

  /**
   * The store in a folder, which is made when something is put.
   *
   * @param folder what others may use too, as a store only
   * @param maxBytes how much the entries may have in all, at least 1. All processes together may
   *     for a moment exceed it by what they have put since they flushed, each at most by a
   *     sixteenth
   */
  public DirectoryStore(Path folder, long maxBytes) {
    this(folder, maxBytes, new Disk());
  }

  DirectoryStore(Path folder, long maxBytes, Disk disk) {
    this.disk = disk;
    this.maxBytes = StoreLimits.checked(maxBytes);
    this.maxEntry = (int) Math.min(maxBytes, StoreLimits.MAX_ENTRY_BYTES);
    this.folder = new StoreFolder(folder.toAbsolutePath(), disk);
    this.unforced = new Unforced(disk);
    this.usage = new Usage(this.folder, disk);
    this.eviction = new Eviction(this.folder, disk, maxBytes, usage);
  }

  @Override
  public Optional<byte[]> get(StoreKey key) {
    if (foreign) {
      return Optional.empty();
    }
    try {
      return folder.inspect() == StoreFolder.Standing.FREE
          ? Optional.empty()
          : read(folder.entry(key));
    } catch (NoSuchFileException | ClosedByInterruptException e) {
      return Optional.empty();
    } catch (StoreFolder.ForeignFolderException e) {
      leaveAlone(e);
      return Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      trouble.tell("the store `" + folder.root() + "` cannot be read: " + Trouble.reason(e));
      return Optional.empty();
    }
  }

  private Optional<byte[]> read(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile() || attributes.size() > maxEntry) {
      return Optional.empty();
    }
    byte[] bytes = disk.read(file, (int) attributes.size());
    noteUse(file, attributes.lastModifiedTime().toMillis());
    return Optional.of(bytes);
  }

  private static void noteUse(Path file, long noted) {
    long now = System.currentTimeMillis();
    if (Math.abs(now - noted) > NOTED_MILLIS) {
      try {
        Files.setLastModifiedTime(file, FileTime.fromMillis(now));
      } catch (IOException e) {
        // It is read only, or gone; the bytes are as good.
      }
    }
  }

  @Override
  public void put(StoreKey key, byte[] bytes) {
    if (foreign || unwritable) {
      return;
    }
    try {
      if (bytes.length > maxEntry) {
        Files.deleteIfExists(folder.entry(key));
      } else {
        write(key, bytes);
      }
    } catch (ClosedByInterruptException e) {
      // The run was cancelled: the entry is lost, and nothing is wrong with the folder.
    } catch (StoreFolder.ForeignFolderException e) {
      leaveAlone(e);
    } catch (IOException | UnsupportedOperationException e) {
      stopWriting(e);
    }
  }

  private void write(StoreKey key, byte[] bytes) throws IOException {
    Path file = folder.entry(key);
    try {
      replace(file, bytes);
    } catch (NoSuchFileException e) {
      folder.forget(); // somebody has removed folders of the store
      replace(file, bytes);
    }
    unforced.add(key.space(), file);
    if (written.addAndGet(bytes.length) > maxBytes / 16) {
      makeRoom();
    }
  }

  private void replace(Path file, byte[] bytes) throws IOException {
    folder.prepare(file);
    Path unfinished = folder.newFile();
    try {
      disk.create(unfinished, bytes);
      disk.rename(unfinished, file);
    } catch (IOException e) {
      deleteIfPossible(unfinished, e);
      if (disk.hasOwners(file) || !Files.exists(file)) {
        throw e;
      }
      // Somebody reads the old one, which such a system does not let go: the new one is lost.
    }
  }

  private static void deleteIfPossible(Path file, IOException cause) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void flush() {
    if (!unforced.isEmpty()) {
      try {
        unforced.force();
      } catch (IOException e) {
        trouble.tell(
            "what is new in the store `"
                + folder.root()
                + "` may not outlive the machine's power: "
                + Trouble.reason(e));
      }
      try {
        makeRoom();
      } catch (ClosedByInterruptException e) {
        // Another process or the next run will do it.
      } catch (IOException e) {
        stopWriting(e);
      }
    }
    unwritable = false; // the next run tries again
  }

  /** Adds what was written to the usage; removes what is too much. */
  private void makeRoom() throws IOException {
    long bytes = written.getAndSet(0);
    OptionalLong total = usage.add(bytes);
    if (total.isEmpty() || total.getAsLong() > maxBytes) {
      eviction.run();
    }
  }

  @Override
  public Optional<String> trouble() {
    return trouble.told();
  }

  private void leaveAlone(StoreFolder.ForeignFolderException problem) {
    foreign = true;
    trouble.tell(
        "`" + folder.root() + "` " + problem.getMessage() + ", so nothing is stored there");
  }

  private void stopWriting(Exception problem) {
    unwritable = true;
    trouble.tell(
        "the store `"
            + folder.root()
            + "` cannot be written, so it is only read: "
            + Trouble.reason(problem));
  }
}
