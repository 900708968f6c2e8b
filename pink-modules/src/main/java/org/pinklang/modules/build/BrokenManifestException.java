package org.pinklang.modules.build;

import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.codec.DamagedManifestException;
import org.pinklang.modules.resolve.ManifestPlace;
import org.pinklang.modules.resolve.Provider;

/**
 * A declaration of a manifest makes no sense: found in the middle of checking a unit that uses it,
 * which therefore cannot go on.
 */
final class BrokenManifestException extends DamagedManifestException {
  private static final long serialVersionUID = 1L;

  private final transient UnitName name;
  private final transient Provider provider;

  BrokenManifestException(UnitName name, Provider provider, DamagedManifestException cause) {
    super(cause);
    this.name = name;
    this.provider = provider;
  }

  /** What the diagnostic calls the file. */
  String file() {
    return ManifestPlace.fileName(name);
  }

  /** Where the manifest came from, as a user knows it. */
  String origin() {
    return provider.display();
  }

  /** What is to be said of it; the same whoever met it. */
  Diagnostic diagnostic() {
    return Diagnostic.of(
            BuildCode.BROKEN_MANIFEST, file(), new Span(0, 0), file(), String.valueOf(getMessage()))
        .build();
  }
}
