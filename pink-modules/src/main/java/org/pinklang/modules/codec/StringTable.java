package org.pinklang.modules.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The strings of a part, in the order of their bytes. A string is decoded when it is first asked
 * for, and then shared; racing threads make equal ones. Safe for any number of threads.
 */
final class StringTable {
  private static final byte UNKNOWN = 0;
  private static final byte WORD = 1;
  private static final byte NO_WORD = 2;

  private final byte[] bytes;
  private final int[] starts;
  private final @Nullable String[] texts;
  private final @Nullable String[] literals;

  /** For each string whether it can be a name, once that was asked. */
  private final byte[] words;

  /** Reads the bounds of the strings and checks their order. */
  StringTable(byte[] bytes, ByteReader in) {
    this.bytes = bytes;
    int count = in.takeCountOf(1);
    this.starts = new int[count + 1];
    this.texts = new @Nullable String[count];
    this.literals = new @Nullable String[count];
    this.words = new byte[count];
    for (int i = 0; i < count; i++) {
      starts[i + 1] = in.takeUpTo(in.remaining());
    }
    for (int i = 0; i < count; i++) {
      starts[i] = in.skip(starts[i + 1]);
    }
    starts[count] = in.position();
    for (int i = 1; i < count; i++) {
      if (compare(i - 1, starts[i], starts[i + 1]) >= 0) {
        throw new DamagedManifestException("strings are not in order");
      }
    }
  }

  int size() {
    return texts.length;
  }

  /** How many bytes a string has. */
  int length(int string) {
    return starts[string + 1] - starts[string];
  }

  /** How many bytes the longest string has. */
  int longest() {
    int longest = 0;
    for (int i = 0; i < size(); i++) {
      longest = Math.max(longest, length(i));
    }
    return longest;
  }

  /** Compares one of these strings with one of another table. */
  int compare(int string, StringTable other, int otherString) {
    return Arrays.compareUnsigned(
        bytes,
        starts[string],
        starts[string + 1],
        other.bytes,
        other.starts[otherString],
        other.starts[otherString + 1]);
  }

  private int compare(int string, int from, int to) {
    return Arrays.compareUnsigned(bytes, starts[string], starts[string + 1], bytes, from, to);
  }

  /** Whether a string can be a name, a missing one included. */
  boolean isWord(int string) {
    if (words[string] == UNKNOWN) {
      words[string] = spellsWord(string) ? WORD : NO_WORD;
    }
    return words[string] == WORD;
  }

  private boolean spellsWord(int string) {
    for (int i = starts[string]; i < starts[string + 1]; i++) {
      if (bytes[i] < 0 || !TreeInput.isWord((char) bytes[i])) {
        return false;
      }
    }
    return true;
  }

  /** The number of a string; negative where it is not there. */
  int find(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              bytes, starts[middle], starts[middle + 1], wanted, 0, wanted.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** A string as UTF-8. */
  String text(int number) {
    String known = texts[number];
    if (known == null) {
      int start = starts[number];
      known = new ByteReader(bytes, start, starts[number + 1]).takeText(starts[number + 1] - start);
      texts[number] = known;
    }
    return known;
  }

  /** A string as bytes, one {@code char} from 0 to 255 each. */
  String literal(int number) {
    String known = literals[number];
    if (known == null) {
      int start = starts[number];
      known = new String(bytes, start, starts[number + 1] - start, StandardCharsets.ISO_8859_1);
      literals[number] = known;
    }
    return known;
  }
}
