package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of a pack one after the other. Where something else lies, the next head is looked
 * for; the bytes of entries are not read.
 */
final class PackScan {
  private static final int WINDOW = 1 << 14;

  private final Disk disk;
  private final Pack pack;
  private long size;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;

  /**
   * A scan.
   *
   * @param size how long the pack is now
   */
  PackScan(Disk disk, Pack pack, long size) {
    this.disk = disk;
    this.pack = pack;
    this.size = size;
  }

  /**
   * Gives every whole entry from a place on.
   *
   * @return the place after the last one, from where a later scan may find more
   */
  long run(long from, Consumer<PackEntry> found) throws IOException {
    long known = from;
    long place = from;
    while (place + PackEntry.HEAD_BYTES <= size) {
      PackEntry entry = headAt(place);
      if (entry != null && entry.end() <= size) {
        found.accept(entry);
        place = entry.end();
        known = place;
      } else {
        place++;
      }
    }
    return known;
  }

  private @Nullable PackEntry headAt(long place) throws IOException {
    if (place < windowStart || place + PackEntry.HEAD_BYTES > windowStart + window.limit()) {
      window = ByteBuffer.wrap(pack.read(disk, place, (int) Math.min(WINDOW, size - place)));
      windowStart = place;
      if (window.limit() < PackEntry.HEAD_BYTES) {
        size = place; // somebody has cut it off
        return null;
      }
    }
    window.position((int) (place - windowStart));
    return PackEntry.readHead(window, pack.name(), place);
  }
}
