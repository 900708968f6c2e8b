package org.pinklang.modules.codec;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LineTable;
import org.pinklang.frontend.source.SourceText;

/** Where things stand in the text of a manifest. Immutable. */
final class PositionsPart implements Manifest.Source {
  private final byte[] bytes;
  private final ContentHash hash;
  private final LineTable lines;
  private final @Nullable SourceText embedded;
  private final int[] order;
  private final int importsStart;

  /** Where the places of each declaration start, and where the last ones end. */
  private final int[] starts;

  /**
   * Reads all but the places.
   *
   * @param declarations how many the manifest has
   * @param embedded the text that travels with it
   */
  PositionsPart(byte[] bytes, ByteReader in, int declarations, @Nullable SourceText embedded) {
    this.bytes = bytes;
    this.hash = in.takeHash();
    this.lines = LinePart.read(in);
    this.embedded = embedded;
    int importsLength = in.takeCount();
    if (in.remaining() / 2 < declarations) {
      throw new DamagedManifestException("a part ends too early");
    }
    this.starts = new int[declarations + 1];
    for (int i = 0; i < declarations; i++) {
      starts[i + 1] = in.takeUpTo(in.remaining());
    }
    this.order = order(in, declarations);
    this.importsStart = in.skip(importsLength);
    for (int i = 0; i < declarations; i++) {
      starts[i] = in.skip(starts[i + 1]);
    }
    starts[declarations] = in.position();
    in.expectEnd();
  }

  private static int[] order(ByteReader in, int declarations) {
    int[] order = new int[declarations];
    BitSet seen = new BitSet(declarations);
    for (int i = 0; i < declarations; i++) {
      order[i] = in.takeUpTo(declarations - 1);
      if (seen.get(order[i])) {
        throw new DamagedManifestException("a declaration comes twice");
      }
      seen.set(order[i]);
    }
    return order;
  }

  /** The numbers of the declarations in order of the text. */
  int[] order() {
    return order;
  }

  ByteReader imports() {
    return new ByteReader(bytes, importsStart, starts[0]);
  }

  /** The places of the nodes of a declaration. */
  ByteReader declaration(int number) {
    return new ByteReader(bytes, starts[number], starts[number + 1]);
  }

  @Override
  public ContentHash hash() {
    return hash;
  }

  @Override
  public LineTable lines() {
    return lines;
  }

  @Override
  public @Nullable SourceText text() {
    return embedded;
  }
}
