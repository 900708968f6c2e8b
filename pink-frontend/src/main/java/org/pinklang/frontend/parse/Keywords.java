package org.pinklang.frontend.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the keyword that a run of bytes spells, by its hash. */
final class Keywords {
  private static final int MASK = 255;
  private static final byte[] KINDS = new byte[MASK + 1];
  private static final byte[][] SPELLINGS = new byte[MASK + 1][];

  static {
    add(TokenKind.OR);
    add(TokenKind.AND);
    for (int kind = TokenKind.firstWord(); kind < TokenKind.lastWord(); kind++) {
      add(kind);
    }
  }

  private Keywords() {}

  /** The hash of a word so far, and one more byte. */
  static int hash(int hash, int next) {
    return hash * 31 + next;
  }

  /** The kind of the word whose bytes have this hash: a keyword or an identifier. */
  static byte kind(byte[] text, int start, int end, int hash) {
    int slot = slot(hash);
    while (KINDS[slot] != 0) {
      byte[] spelling = SPELLINGS[slot];
      if (spelling.length == end - start
          && Arrays.equals(spelling, 0, spelling.length, text, start, end)) {
        return KINDS[slot];
      }
      slot = slot + 1 & MASK;
    }
    return TokenKind.IDENTIFIER;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 8) & MASK;
  }

  private static void add(int kind) {
    byte[] spelling = TokenKind.spelling(kind).getBytes(StandardCharsets.US_ASCII);
    int hash = 0;
    for (byte b : spelling) {
      hash = hash(hash, b);
    }
    int slot = slot(hash);
    while (KINDS[slot] != 0) {
      slot = slot + 1 & MASK;
    }
    KINDS[slot] = (byte) kind;
    SPELLINGS[slot] = spelling;
  }
}
