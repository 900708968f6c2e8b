package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Appends to a pack that nobody else writes. For one thread at a time. */
final class PackWriter {
  private static final int SMALL = 1 << 16;

  private final Disk disk;
  private final Pack pack;
  private final ByteBuffer small = ByteBuffer.allocate(SMALL);
  private @Nullable FileChannel channel;
  private volatile boolean forced = true;

  private PackWriter(Disk disk, Pack pack, FileChannel channel) {
    this.disk = disk;
    this.pack = pack;
    this.channel = channel;
  }

  /** Begins a pack in a folder. */
  static PackWriter create(Disk disk, Path folder) throws IOException {
    Pack pack = new Pack(folder, PackName.random(), true);
    return new PackWriter(disk, pack, disk.createToWrite(pack.file()));
  }

  Pack pack() {
    return pack;
  }

  /** Whether all that was appended outlives the machine's power. */
  boolean isForced() {
    return forced;
  }

  /** Appends an entry: with one call of the system, where it is not large. */
  void append(StoreKey key, PackEntry.Kind kind, long stamp, byte[] bytes) throws IOException {
    long start = pack.known();
    PackEntry entry = PackEntry.of(key, kind, stamp, start + PackEntry.HEAD_BYTES, bytes);
    ByteBuffer head = small.clear();
    entry.writeHead(head, pack.name());
    if (bytes.length <= head.remaining()) {
      write(head.put(bytes).flip(), start);
    } else {
      write(ByteBuffer.wrap(bytes), entry.position());
      write(head.flip(), start);
    }
    forced = false;
    pack.add(entry);
  }

  private void write(ByteBuffer bytes, long place) throws IOException {
    try {
      disk.write(channel(), pack.file(), bytes, place);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (ClosedChannelException e) {
      disk.write(channel(), pack.file(), bytes.rewind(), place); // the interrupt was another's
    }
  }

  private FileChannel channel() throws IOException {
    FileChannel open = channel;
    if (open == null || !open.isOpen()) {
      open = disk.openToWrite(pack.file());
      channel = open;
    }
    return open;
  }

  /** Waits until all is where it outlives the machine's power. */
  void force() throws IOException {
    forced = true; // claimed first: what is appended meanwhile takes it back
    try {
      disk.force(pack.file());
    } catch (IOException e) {
      forced = false;
      throw e;
    }
  }

  /** Gives back what writing has opened. */
  void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      Disk.closeQuietly(open);
    }
  }
}
