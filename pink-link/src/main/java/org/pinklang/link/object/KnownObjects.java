package org.pinklang.link.object;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of objects, so that a program that is linked again is not read again. An
 * object is known by the identity of its bytes, and forgotten when nobody else has them any more.
 * Safe for any number of threads; two that ask for the same at once may both read it.
 */
public final class KnownObjects {
  private final Map<Reference<byte[]>, Known> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<byte[]> forgotten = new ReferenceQueue<>();

  /** What was read of one object; each part when it was asked for. */
  private static final class Known {
    volatile @Nullable ObjectSymbols symbols;
    volatile @Nullable Optional<LoadableObject> loadable;
  }

  /** Equal to others for the same array, and to itself when that is gone. */
  private static final class Identity extends WeakReference<byte[]> {
    private final int hash;

    Identity(byte[] bytes, @Nullable ReferenceQueue<byte[]> queue) {
      super(bytes, queue);
      hash = System.identityHashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      byte[] bytes = get();
      return bytes != null && other instanceof Identity identity && identity.refersTo(bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** The symbols of an object, as {@link ObjectSymbols#of} reads them. */
  public ObjectSymbols symbols(byte[] object) throws MalformedObjectException {
    Known entry = entry(object);
    ObjectSymbols symbols = entry.symbols;
    if (symbols == null) {
      symbols = ObjectSymbols.of(object);
      entry.symbols = symbols;
    }
    return symbols;
  }

  /** What of an object becomes memory, as {@link LoadableObject#of} reads it. */
  public Optional<LoadableObject> loadable(byte[] object) throws MalformedObjectException {
    Known entry = entry(object);
    Optional<LoadableObject> loadable = entry.loadable;
    if (loadable == null) {
      loadable = LoadableObject.of(object);
      entry.loadable = loadable;
    }
    return loadable;
  }

  private Known entry(byte[] object) {
    forget();
    Known entry = known.get(new Identity(object, null));
    return entry != null
        ? entry
        : known.computeIfAbsent(new Identity(object, forgotten), any -> new Known());
  }

  private void forget() {
    for (Reference<?> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
      known.remove(gone);
    }
  }

  /** How many objects are known. */
  int size() {
    forget();
    return known.size();
  }
}
