package org.pinklang.modules.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The state in which something was, and whether what was read then is there as long as it has it.
 *
 * @param state null where there was nothing, or nothing is known of it
 * @param settled whether the state tells every later change
 */
record Moment(@Nullable FileState state, boolean settled) {
  /** Nobody has asked, or the system does not say it. */
  static final Moment UNKNOWN = new Moment(null, false);

  /** There was nothing. */
  static final Moment NOTHING = new Moment(null, true);

  static Moment of(Path path) throws IOException {
    return of(path, System.currentTimeMillis());
  }

  /**
   * The present state of something whose content was known at a moment before.
   *
   * @param knownMillis the moment, in milliseconds since 1970
   */
  static Moment of(Path path, long knownMillis) throws IOException {
    try {
      FileState state = FileState.of(path).orElse(null);
      return state == null ? UNKNOWN : new Moment(state, state.isSettled(knownMillis));
    } catch (NoSuchFileException e) {
      return NOTHING;
    }
  }

  /** The same of what turned out to hold something: then nothing was there before or after it. */
  Moment ofContent() {
    return isNothing() ? UNKNOWN : this;
  }

  /** Whether what is at the path, if anything, is no pipe or the like, which is read but once. */
  boolean isReadAgain(Path path) {
    return state == null
        ? isNothing() || Files.notExists(path) || Files.isRegularFile(path)
        : state.regular();
  }

  boolean isNothing() {
    return state == null && settled;
  }

  boolean isStill(Moment now) {
    return settled && now.settled && hasStateOf(now);
  }

  boolean hasStateOf(Moment now) {
    return state == null || now.state == null
        ? state == null && now.state == null
        : state.isSameAs(now.state);
  }
}
