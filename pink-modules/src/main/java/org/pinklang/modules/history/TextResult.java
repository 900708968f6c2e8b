package org.pinklang.modules.history;

import java.util.Set;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;

/**
 * What a text came to that has no errors outside the bodies of its functions. Immutable.
 *
 * @param manifest made from it
 * @param tokens the hash of its tokens
 * @param named the modules that the manifest {@linkplain
 *     org.pinklang.frontend.manifest.NamedModules speaks of}
 */
public record TextResult(Manifest manifest, ContentHash tokens, Set<String> named) {

  /** Copies the set. */
  public TextResult {
    named = Set.copyOf(named);
  }
}
