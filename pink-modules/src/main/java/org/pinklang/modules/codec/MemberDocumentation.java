package org.pinklang.modules.codec;

import org.jspecify.annotations.Nullable;

/** What documents the parts of one declaration, asked for part by part. For one thread. */
final class MemberDocumentation {
  private final @Nullable ByteReader in;
  private int left;
  private int wanted;
  private int asked;

  /** Reads from the bytes of one declaration; null where nothing of it is documented. */
  MemberDocumentation(@Nullable ByteReader in) {
    this.in = in;
    if (in != null) {
      this.left = in.takeCountOf(2);
      this.wanted = left == 0 ? 0 : in.takeCount();
    }
  }

  /** The documentation of the next part; null where it has none. */
  @Nullable String next() {
    if (in == null || left == 0 || asked++ != wanted) {
      return null;
    }
    String text = DocumentationPart.text(in);
    left--;
    if (left > 0) {
      wanted = asked + in.takeCount();
    }
    return text;
  }

  void expectEnd() {
    if (left > 0) {
      throw new DamagedManifestException("documentation belongs to nothing");
    }
    if (in != null) {
      in.expectEnd();
    }
  }
}
