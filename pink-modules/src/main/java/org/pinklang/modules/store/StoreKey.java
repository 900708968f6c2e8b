package org.pinklang.modules.store;

import org.pinklang.frontend.source.ContentHash;

/**
 * What bytes go by in a store. Immutable.
 *
 * @param space what the hash is of
 * @param hash of the bytes themselves, or of the question they answer
 */
public record StoreKey(Space space, ContentHash hash) {

  /** What the hash of a key is of. */
  public enum Space {
    /** The question that a record answers; whoever asks it again may store another answer. */
    ACTION("ac"),
    /** The bytes themselves; nothing else is ever right under this key. */
    CONTENT("cas");

    private final String folder;

    Space(String folder) {
      this.folder = folder;
    }

    /** The folder of this space's entries, as remote caches of Bazel call it. */
    public String folder() {
      return folder;
    }
  }

  /** The key of the record that answers a question. */
  public static StoreKey action(ContentHash question) {
    return new StoreKey(Space.ACTION, question);
  }

  /** The key of bytes with this hash. */
  public static StoreKey content(ContentHash hash) {
    return new StoreKey(Space.CONTENT, hash);
  }

  /** {@code ac/} or {@code cas/}, and the hash as 64 lower-case hexadecimal digits. */
  public String path() {
    return space.folder() + "/" + hash.hex();
  }
}
