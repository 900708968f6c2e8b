package org.pinklang.frontend.check;

import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;

/** The text of a unit that has none. */
enum NoSource implements Manifest.Source {
  /** The only one. */
  NONE;

  @Override
  public ContentHash hash() {
    return ContentHash.of(new byte[0]);
  }

  @Override
  public LinePosition position(int offset) {
    return new LinePosition(1, 1);
  }
}
