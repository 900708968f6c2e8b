package org.pinklang.codegen.emit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.frontend.source.ContentHash;

/** A cache in memory that never forgets. */
final class MapCache implements CodeCache {
  final Map<ContentHash, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> find(ContentHash key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public void keep(ContentHash key, byte[] bytes) {
    kept.put(key, bytes);
  }
}
