package org.pinklang.modules.resolve;

import java.util.List;

/** The strategies there are, and what composes them. */
public final class Resolvers {

  private Resolvers() {}

  /** Makes what is missing from the source path. */
  public static ManifestResolver fromSource() {
    return ManifestRequest::fromSource;
  }

  /** Asks each resolver in turn until one does not answer "not mine". */
  public static ManifestResolver firstOf(List<? extends ManifestResolver> resolvers) {
    return new FirstOf(List.copyOf(resolvers));
  }
}
