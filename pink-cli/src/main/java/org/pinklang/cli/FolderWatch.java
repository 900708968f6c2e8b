package org.pinklang.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Wakes who waits for changes in folders. The system tells of them where it can; who waits is woken
 * now and then in any case, for there are file systems of which no system tells. One thread waits,
 * any may stop it.
 */
final class FolderWatch implements AutoCloseable {
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY
  };
  private static final long TOLD_MILLIS = 2_000;
  private static final long UNTOLD_MILLIS = 300;

  /** Whoever writes several files, or one in several steps, is done when it is quiet so long. */
  private static final long QUIET_MILLIS = 40;

  private static final int MAX_QUIET_WAITS = 50;

  private final @Nullable WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private boolean complete = true;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;

  /** A watch that the system helps, or one that looks for itself where the system has none left. */
  FolderWatch() {
    WatchService found = null;
    try {
      found = FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      complete = false;
    }
    service = found;
  }

  /** Watches these folders from now on, and no others. */
  void watch(Set<Path> folders) {
    WatchService told = service;
    if (told == null) {
      return;
    }
    try {
      watch(told, folders);
    } catch (ClosedWatchServiceException e) {
      stopped = true;
    }
  }

  private void watch(WatchService told, Set<Path> folders) {
    Set<Path> wanted = new HashSet<>();
    folders.forEach(folder -> wanted.add(existing(folder)));
    keys.entrySet().removeIf(entry -> !wanted.contains(entry.getKey()) && cancel(entry.getValue()));
    complete = true;
    for (Path folder : wanted) {
      WatchKey known = keys.get(folder);
      if (known == null || !known.isValid()) {
        register(told, folder);
      }
    }
  }

  private static boolean cancel(WatchKey key) {
    key.cancel();
    return true;
  }

  private void register(WatchService told, Path folder) {
    try {
      keys.put(folder, folder.register(told, KINDS));
    } catch (IOException | UnsupportedOperationException e) {
      complete = false;
    }
  }

  /** A folder that is not there can only come where its parent tells. */
  private static Path existing(Path folder) {
    Path existing = folder;
    for (Path parent = folder.getParent();
        parent != null && !Files.isDirectory(existing);
        parent = parent.getParent()) {
      existing = parent;
    }
    return existing;
  }

  /** Waits until something may have changed and is quiet again; false where it was stopped. */
  boolean await() throws InterruptedException {
    WatchService told = service;
    if (told == null) {
      return !ended.await(UNTOLD_MILLIS, TimeUnit.MILLISECONDS);
    }
    try {
      drain(told.poll(complete ? TOLD_MILLIS : UNTOLD_MILLIS, TimeUnit.MILLISECONDS));
      for (int waits = 0; waits < MAX_QUIET_WAITS; waits++) {
        if (!drain(told.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS))) {
          return !stopped;
        }
      }
      return !stopped;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  private static boolean drain(@Nullable WatchKey key) {
    if (key == null) {
      return false;
    }
    key.pollEvents();
    key.reset();
    return true;
  }

  /** Wakes who waits, for good. */
  void stop() {
    stopped = true;
    ended.countDown();
    try {
      if (service != null) {
        service.close();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot stop watching", e);
    }
  }

  boolean isStopped() {
    return stopped;
  }

  @Override
  public void close() {
    stop();
  }
}
