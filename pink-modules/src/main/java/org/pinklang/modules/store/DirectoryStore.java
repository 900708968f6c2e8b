package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A store in a folder of any file system, which any number of threads and processes may share.
 *
 * <p>Entries are appended to packs. A process has a pack of its own, into which each entry is
 * written when it is put; from then on it survives the end of the process, and from the next {@link
 * #flush} on that of the machine's power. Every read is compared with a checksum. Where the folder
 * cannot be written it is read; a folder that holds anything else is not touched. That an entry was
 * used is noted at most once an hour, when the store is flushed.
 */
public final class DirectoryStore implements Store {
  private final StoreFolder folder;
  private final Packs packs;
  private final long maxBytes;
  private final int maxEntry;
  private final Trouble trouble = new Trouble();
  private volatile boolean foreign;
  private volatile boolean unwritable;

  /**
   * The store in a folder, which is made when something is put.
   *
   * @param folder what others may use too, as a store only
   * @param maxBytes how much the entries may have in all, at least 1. All processes together may
   *     for a moment exceed it by what they have put since they flushed, each at most by a
   *     sixteenth; while one makes room, what it keeps of packs may be there twice
   */
  public DirectoryStore(Path folder, long maxBytes) {
    this(folder, maxBytes, new Disk(), InstantSource.system());
  }

  DirectoryStore(Path folder, long maxBytes, Disk disk, InstantSource clock) {
    this.maxBytes = StoreLimits.checked(maxBytes);
    this.maxEntry = (int) Math.min(maxBytes, StoreLimits.MAX_ENTRY_BYTES);
    this.folder = new StoreFolder(folder.toAbsolutePath(), disk);
    this.packs = new Packs(this.folder, disk, new StoreClock(clock), maxBytes);
  }

  @Override
  public boolean verifies() {
    return true;
  }

  @Override
  public Optional<Path> folder() {
    return Optional.of(folder.root());
  }

  @Override
  public Optional<byte[]> get(StoreKey key) {
    if (foreign) {
      return Optional.empty();
    }
    try {
      return folder.inspect() == StoreFolder.Standing.FREE ? Optional.empty() : packs.get(key);
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

  @Override
  public void put(StoreKey key, byte[] bytes) {
    write(
        () -> {
          if (bytes.length > maxEntry) {
            packs.remove(key);
          } else {
            packs.put(key, bytes);
            if (packs.unlooked() > maxBytes / 16) {
              packs.makeRoom();
            }
          }
        });
  }

  @Override
  public void flush() {
    write(packs::noteUses);
    if (packs.isUnforced()) {
      try {
        packs.force();
      } catch (IOException e) {
        trouble.tell(
            "what is new in the store `"
                + folder.root()
                + "` may not outlive the machine's power: "
                + Trouble.reason(e));
      }
      unwritable = false; // there may be room again
      write(packs::makeRoom);
    }
    packs.close();
    unwritable = false; // the next run tries again
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void write(Writing writing) {
    if (foreign || unwritable) {
      return;
    }
    try {
      writing.run();
    } catch (ClosedByInterruptException e) {
      // The run was cancelled: the entry is lost, and nothing is wrong with the folder.
    } catch (StoreFolder.ForeignFolderException e) {
      leaveAlone(e);
    } catch (IOException | UnsupportedOperationException e) {
      stopWriting(e);
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
