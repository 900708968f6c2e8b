package org.pinklang.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pinklang.modules.store.DirectoryStore;
import org.pinklang.modules.store.HttpStore;
import org.pinklang.modules.store.MemoryStore;
import org.pinklang.modules.store.UserCacheFolder;

/**
 * Where runs leave what later runs can use again: bytes by key. The ones below compose with {@link
 * #layered}; users write their own with two methods.
 *
 * <p>A store may lose anything at any time, so none of it is needed: a run that does not find
 * something makes it again and puts it. Everything a store gives is verified before it is used, and
 * what is damaged counts as not found. A store is trusted in one respect: whoever can write records
 * into it can decide what programs are made of, so it is shared only with who may do that.
 *
 * <p>A run calls a store from several threads at once, and several runs and processes may use one
 * store. What a store of a user throws, or a null it returns, is taken as not found; no run fails
 * for it.
 */
public interface Store {

  /**
   * The bytes put last under a key; empty where there are none, or they cannot be read. The array
   * stays the store's: whoever asks copies it before anything else, and does not change it.
   */
  Optional<byte[]> get(Key key);

  /**
   * Keeps bytes in place of what the key had. A run puts contents before the records that name
   * them. The array belongs to the store; what a failure loses is told by {@link #trouble}.
   */
  void put(Key key, byte[] bytes);

  /**
   * Makes what was put outlive the process, and ends the threads and connections in use. Called
   * after the results of a run are delivered and before its engine closes; the store can be used
   * further.
   */
  default void flush() {}

  /**
   * What has kept this store from doing all it was asked, since it was made: a sentence without a
   * full stop, which a run shows to its user as a note; empty where nothing has.
   */
  default Optional<String> trouble() {
    return Optional.empty();
  }

  /** Keeps nothing: every run makes everything. */
  static Store none() {
    return new BuiltInStore(org.pinklang.modules.store.Store.none());
  }

  /**
   * Keeps entries in this process. Where one finds no room, those go that were not put or got for
   * the longest time.
   *
   * @param maxBytes how much the entries may have in all
   * @throws IllegalArgumentException if {@code maxBytes} is less than 1
   */
  static Store inMemory(long maxBytes) {
    return new BuiltInStore(new MemoryStore(maxBytes));
  }

  /**
   * Keeps entries as files of a folder, which any number of threads and processes may share. It is
   * made, for its owner alone, when something is put. A folder that cannot be written is read only;
   * one that holds anything but a store of this version is not touched.
   *
   * @param folder of any file system, missing, empty or made by a store
   * @param maxBytes how much the entries may have in all; where it is exceeded, those go that were
   *     not used for the longest time
   * @throws IllegalArgumentException if {@code maxBytes} is less than 1
   */
  static Store directory(Path folder, long maxBytes) {
    return new BuiltInStore(new DirectoryStore(Arguments.present(folder, "folder"), maxBytes));
  }

  /**
   * Uses a store on another machine that answers GET and PUT of {@code ac/} and {@code cas/} and a
   * hash below an address, as remote caches for Bazel do. What is put is sent by {@link #flush}. A
   * server that fails again and again is not asked further in this run.
   *
   * @param address of scheme http or https; its user and password are sent with each request, as
   *     basic authentication, and shown nowhere
   * @throws IllegalArgumentException if it has another scheme, no host, a query or a fragment
   */
  static Store http(URI address) {
    return new BuiltInStore(new HttpStore(Arguments.present(address, "address")));
  }

  /**
   * Asks a near store first, then a far one; keeps what the far one has in the near one, and puts
   * into both.
   */
  static Store layered(Store near, Store far) {
    return new BuiltInStore(
        org.pinklang.modules.store.Store.layered(
            UserStore.of(Arguments.present(near, "near")),
            UserStore.of(Arguments.present(far, "far"))));
  }

  /**
   * The folder {@code pink} in the place where this user's programs keep what they can make again:
   * {@code XDG_CACHE_HOME} if it is set, else what the system is used to. Empty where this user has
   * no home. Nothing is made.
   */
  static Optional<Path> userCacheFolder() {
    return UserCacheFolder.find(System.getenv()::get, System.getProperties()::getProperty);
  }

  /**
   * What bytes go by.
   *
   * @param kind what the hash is of
   * @param hash a SHA-256, as 64 lower-case hexadecimal digits
   */
  record Key(Kind kind, String hash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the parts of a key.
     *
     * @throws IllegalArgumentException if the hash is written otherwise
     */
    public Key {
      Arguments.present(kind, "kind");
      if (!HASH.matcher(Arguments.present(hash, "hash")).matches()) {
        throw new IllegalArgumentException(
            "`hash` must be 64 lower-case hexadecimal digits, not `" + hash + "`");
      }
    }

    /** The key as remote caches for Bazel write it: {@code ac/} or {@code cas/}, and the hash. */
    public String path() {
      return (kind == Kind.RECORD ? "ac/" : "cas/") + hash;
    }

    @Override
    public String toString() {
      return path();
    }
  }

  /** What the hash of a key is of. */
  enum Kind {
    /** The question that a record answers; its bytes may be replaced by others. */
    RECORD,
    /** The bytes themselves. */
    CONTENT
  }
}
