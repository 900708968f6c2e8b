package org.pinklang.modules.store;

/** How much a store may take. */
final class StoreLimits {
  /** No entry is larger, so that nothing a store answers takes more memory. */
  static final int MAX_ENTRY_BYTES = 1 << 30;

  private StoreLimits() {}

  static long checked(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("`maxBytes` must be at least 1, not " + maxBytes);
    }
    return maxBytes;
  }
}
