package org.pinklang.frontend.manifest.text;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;

/** What the text of a manifest says of the source it was made from. */
final class WrittenSource implements Manifest.Source {
  private static final LinePosition UNKNOWN = new LinePosition(1, 1);

  private final ContentHash hash;
  private final NavigableMap<Integer, LinePosition> positions;

  /**
   * What was said.
   *
   * @param positions by offset in the text of the manifest; what lies between two of them is where
   *     the first of them is
   */
  WrittenSource(ContentHash hash, Map<Integer, LinePosition> positions) {
    this.hash = hash;
    this.positions = new TreeMap<>(positions);
  }

  @Override
  public ContentHash hash() {
    return hash;
  }

  @Override
  public LinePosition position(int offset) {
    Map.Entry<Integer, LinePosition> entry = positions.floorEntry(offset);
    return entry == null ? UNKNOWN : entry.getValue();
  }
}
