package org.pinklang.modules.codec;

import java.util.Arrays;

/** The comments of a manifest. Immutable. */
final class DocumentationPart {
  private final byte[] bytes;
  private final String unit;

  /** The numbers of the declarations that have comments, ascending. */
  private final int[] numbers;

  /** Where the comments of each of these start, and where the last ones end. */
  private final int[] starts;

  DocumentationPart(byte[] bytes, ByteReader in, int declarations) {
    this.bytes = bytes;
    this.unit = text(in);
    int count = Math.min(in.takeCountOf(2), declarations);
    this.numbers = new int[count];
    this.starts = new int[count + 1];
    int before = -1;
    for (int i = 0; i < count; i++) {
      numbers[i] = before + 1 + in.takeUpTo(declarations - before - 2);
      before = numbers[i];
      starts[i + 1] = in.takeUpTo(in.remaining());
    }
    for (int i = 0; i < count; i++) {
      starts[i] = in.skip(starts[i + 1]);
    }
    starts[count] = in.position();
    in.expectEnd();
  }

  /** The comment of the unit; empty for none. */
  String unit() {
    return unit;
  }

  /** The comments of a declaration and its parts. */
  MemberDocumentation declaration(int number) {
    int found = Arrays.binarySearch(numbers, number);
    return new MemberDocumentation(
        found < 0 ? null : new ByteReader(bytes, starts[found], starts[found + 1]));
  }

  /** A text with its length before it. */
  static String text(ByteReader in) {
    return in.takeText(in.takeUpTo(in.remaining()));
  }
}
