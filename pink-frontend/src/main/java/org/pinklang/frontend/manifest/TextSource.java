package org.pinklang.frontend.manifest;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.LineTable;
import org.pinklang.frontend.source.SourceText;

/** The text of a manifest, at hand; its lines are found when they are asked for. */
final class TextSource implements Manifest.Source {
  private final SourceText text;
  private volatile @Nullable LineTable lines;

  TextSource(SourceText text) {
    this.text = text;
  }

  @Override
  public ContentHash hash() {
    return text.hash();
  }

  @Override
  public LineTable lines() {
    LineTable known = lines;
    if (known == null) {
      known = LineTable.of(text);
      lines = known;
    }
    return known;
  }

  @Override
  public SourceText text() {
    return text;
  }

  @Override
  public LinePosition position(int offset) {
    return text.position(offset);
  }
}
