package org.pinklang.api;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.source.FileState;

/**
 * The files that one build was linked to, so that none of them need be read to know that it still
 * is what linking gives. Safe for any number of threads.
 */
final class FinishedLinks {
  private final Map<Link, Map<Path, FileState>> states = new ConcurrentHashMap<>();

  /**
   * What a link depends on beside the build: the file it writes and the libraries of the system, as
   * they are at a moment.
   */
  record Moment(Link link, Optional<Map<Path, FileState>> states) {

    /** How everything is now; empty where that cannot be said, or may just be changing. */
    static Moment of(Link link, List<Path> systemFiles) throws IOException {
      Map<Path, FileState> states = new HashMap<>();
      long now = System.currentTimeMillis();
      if (!put(link.file(), states, now)) {
        return new Moment(link, Optional.empty());
      }
      for (Path file : systemFiles) {
        if (!put(file, states, now)) {
          return new Moment(link, Optional.empty());
        }
      }
      return new Moment(link, Optional.of(states));
    }

    private static boolean put(Path file, Map<Path, FileState> states, long now)
        throws IOException {
      @Nullable FileState state = null;
      try {
        state = FileState.of(file).orElse(null);
      } catch (NoSuchFileException e) {
        // Nothing can be said of what is not there.
      }
      if (state == null || !state.isSettled(now)) {
        return false;
      }
      states.put(file, state);
      return true;
    }
  }

  /** Whether everything is as it was when the link was found to be done. */
  boolean isDone(Moment now) {
    return now.states().isPresent() && now.states().get().equals(states.get(now.link()));
  }

  /** Notes that the file is what the link gives, with what was there when it was looked at. */
  void done(Moment then) {
    then.states().ifPresent(found -> states.put(then.link(), found));
  }
}
