package org.pinklang.modules.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Bytes by key, kept over runs. Any number of threads may use a store at the same time. A failure
 * of the machine or the network is a miss or a lost entry, told by {@link #trouble}, and never
 * thrown.
 *
 * <p>An array belongs to nobody once it was put or got: neither the store nor its users change it
 * afterwards. Whoever puts a record first puts the contents that it names, so that nobody sees it
 * without them.
 */
public interface Store {

  /** The bytes put last under a key; empty where there are none or they cannot be read. */
  Optional<byte[]> get(StoreKey key);

  /** Keeps bytes in place of what the key had; they may be lost at any time. */
  void put(StoreKey key, byte[] bytes);

  /**
   * Makes what was put outlive the process and the machine's power, and gives back the threads and
   * connections in use. Called when a run's results are delivered; the store can be used further.
   */
  default void flush() {}

  /**
   * Whether what {@link #get} answers was compared with a checksum of what was put under the key,
   * or has never left the process, so that nobody needs to do that again.
   */
  default boolean verifies() {
    return false;
  }

  /** The folder that entries are in, if it is one. */
  default Optional<Path> folder() {
    return Optional.empty();
  }

  /** Whether what is put may ever be got; where not, nobody need make it to put it. */
  default boolean keeps() {
    return true;
  }

  /**
   * What has kept this store from doing all it was asked since it was made: one sentence for the
   * user, without a full stop. It stays; whoever tells it does so once.
   */
  default Optional<String> trouble() {
    return Optional.empty();
  }

  /** Keeps nothing. */
  static Store none() {
    return NoStore.INSTANCE;
  }

  /**
   * Asks a near store first, then a far one; keeps what the far one has in the near one, and puts
   * into both.
   */
  static Store layered(Store near, Store far) {
    return new LayeredStore(near, far);
  }
}
