package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The files that were written and not yet forced to disk. Contents are forced before the names of
 * records are, so that after a power cut a forced record finds what it names.
 */
final class Unforced {
  /** File systems write what is forced at the same time together; more than this gains little. */
  private static final int AT_ONCE = 16;

  private final Disk disk;
  private final Set<Path> contents = ConcurrentHashMap.newKeySet();
  private final Set<Path> records = ConcurrentHashMap.newKeySet();

  Unforced(Disk disk) {
    this.disk = disk;
  }

  void add(StoreKey.Space space, Path file) {
    files(space).add(file);
  }

  boolean isEmpty() {
    return contents.isEmpty() && records.isEmpty();
  }

  private Set<Path> files(StoreKey.Space space) {
    return switch (space) {
      case CONTENT -> contents;
      case ACTION -> records;
    };
  }

  /** Forces what has been added; what is added meanwhile may be left for the next time. */
  void force() throws IOException {
    List<Path> laterRecords = drain(records); // first: their contents have been added before them
    forceAll(drain(contents));
    forceAll(laterRecords);
  }

  private static List<Path> drain(Set<Path> files) {
    List<Path> drained = new ArrayList<>(files);
    drained.forEach(files::remove);
    return drained;
  }

  private void forceAll(Collection<Path> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    Set<Path> folders = new TreeSet<>();
    files.forEach(file -> folders.add(StoreFolder.folderOf(file)));
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(AT_ONCE, files.size()), Unforced::thread)) {
      List<Future<?>> forced = new ArrayList<>();
      for (Path file : files) {
        forced.add(
            threads.submit(
                () -> {
                  forceUnlessGone(file);
                  return file;
                }));
      }
      await(forced);
      await(
          folders.stream().<Future<?>>map(f -> threads.submit(() -> disk.forceNames(f))).toList());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "pink-store-force");
    thread.setDaemon(true);
    return thread;
  }

  private void forceUnlessGone(Path file) throws IOException {
    try {
      disk.force(file);
    } catch (NoSuchFileException e) {
      // Somebody needed the room.
    }
  }

  private static void await(List<Future<?>> work) throws IOException {
    IOException failure = null;
    for (Future<?> part : work) {
      try {
        part.get();
      } catch (ExecutionException e) {
        failure = new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
