package org.pinklang.api;

import java.util.Optional;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.history.ResultCache;

/** Machine code among the results of earlier builds. */
final class StoredCode implements CodeCache {
  private static final String KIND = "code";

  private final ResultCache results;

  StoredCode(ResultCache results) {
    this.results = results;
  }

  @Override
  public Optional<byte[]> find(ContentHash key) {
    return results.made(KIND, key);
  }

  @Override
  public void keep(ContentHash key, byte[] bytes) {
    results.keepMade(KIND, key, bytes);
  }
}
