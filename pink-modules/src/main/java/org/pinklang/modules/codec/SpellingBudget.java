package org.pinklang.modules.codec;

import java.util.List;
import org.pinklang.frontend.tree.Identifier;

/**
 * How much the trees of a manifest may spell out. Bytes hold a string once, however often trees use
 * it, so that a small file can stand for more text than fits into memory; a text that names things
 * as people do stays far below. For one thread.
 */
final class SpellingBudget {
  /** Enough for a small manifest to use a name of thousands of letters thousands of times. */
  private static final long CONSTANT = 16 << 20;

  /** A use takes four bytes or more, so that names of 256 letters can be used all over. */
  private static final long FACTOR = 64;

  private static final int LONGEST_MODULE_NAME = 1 << 16;

  private long left;

  private SpellingBudget(long left) {
    this.left = left;
  }

  /** For all trees of a manifest of so many bytes. */
  static SpellingBudget of(int bytes) {
    return new SpellingBudget(CONSTANT + FACTOR * bytes);
  }

  /** For a tree that was paid for. */
  static SpellingBudget unlimited() {
    return new SpellingBudget(Long.MAX_VALUE);
  }

  /** Whether so many bytes can still be spent. */
  boolean covers(long bytes) {
    return bytes <= left;
  }

  /** Whether more was asked for than there was. */
  boolean isOverspent() {
    return left < 0;
  }

  /** Pays for one use of a string. */
  void spend(int bytes) {
    left -= bytes;
    if (isOverspent()) {
      throw new DamagedManifestException("its names and strings are too long");
    }
  }

  /**
   * Checks that the segments of a module name, which is one string to its users, make a short one.
   */
  static void checkModuleName(List<Identifier> segments) {
    long length = segments.size() - 1;
    for (Identifier segment : segments) {
      length += segment.text().length();
    }
    if (length > LONGEST_MODULE_NAME) {
      throw new DamagedManifestException("the name of a module is too long");
    }
  }
}
