package org.pinklang.frontend.parse;

import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/**
 * The tokens of a text without what stands between them. Two texts of one unit with equal {@link
 * #hash hashes} differ in comments, blanks and line ends only: they parse to equal trees but for
 * the places, and a place in one has its {@link #anchor anchor} in both. That is said of texts that
 * parse without errors.
 *
 * <p>Immutable, safe for any number of threads.
 */
public final class TokenSequence {
  private static final int DISTANCE_BITS = 32;
  private static final byte SEPARATOR = (byte) 0xFF;

  private final SourceText text;
  private final int[] starts;
  private final int[] ends;
  private final boolean sound;
  private volatile @Nullable ContentHash hash;

  private TokenSequence(SourceText text, int[] starts, int[] ends, boolean sound) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.sound = sound;
  }

  /** The tokens of a text, the end of the text being the last. */
  public static TokenSequence of(SourceText text) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Tokens tokens = Lexer.lex(text, errors);
    int[] starts = Arrays.copyOf(tokens.starts, tokens.count);
    int[] ends = Arrays.copyOf(tokens.ends, tokens.count);
    return new TokenSequence(text, starts, ends, errors.isEmpty());
  }

  /**
   * Whether there is no error in a token or between the tokens: in a comment there may be one that
   * the hash says nothing of.
   */
  public boolean isSound() {
    return sound;
  }

  /** Some of the tokens, with a byte after each that no token without errors holds. */
  private byte[] joined(int first, int last) {
    int length = last - first;
    for (int i = first; i < last; i++) {
      length += ends[i] - starts[i];
    }
    byte[] bytes = text.bytes();
    byte[] joined = new byte[length];
    int at = 0;
    for (int i = first; i < last; i++) {
      System.arraycopy(bytes, starts[i], joined, at, ends[i] - starts[i]);
      at += ends[i] - starts[i];
      joined[at++] = SEPARATOR;
    }
    return joined;
  }

  /** How many there are. */
  public int size() {
    return starts.length;
  }

  /**
   * The hash of the tokens' texts, in their order. Computed at the first call; racing threads
   * compute equal ones.
   */
  public ContentHash hash() {
    ContentHash known = hash;
    if (known == null) {
      known = ContentHash.of(joined(0, starts.length));
      hash = known;
    }
    return known;
  }

  /** The hash of those of the tokens that begin in a range. */
  public ContentHash hash(Span range) {
    return ContentHash.of(joined(indexFrom(range.start()), indexFrom(range.end())));
  }

  /** Number of the first token that begins at an offset or after it. */
  private int indexFrom(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * What stays of a place when only blanks and comments change: the token it lies in and the
   * distance from that token's start, as one number. Of two tokens that meet at the offset the
   * later one; empty where the offset lies in no token.
   */
  public OptionalLong anchor(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int token = found >= 0 ? lastAt(found) : -found - 2;
    return token >= 0 && offset <= ends[token]
        ? OptionalLong.of(anchor(token, offset))
        : OptionalLong.empty();
  }

  /**
   * The end of a text is a token without characters, which may start where another one does not.
   */
  private int lastAt(int token) {
    int last = token;
    while (last + 1 < starts.length && starts[last + 1] == starts[token]) {
      last++;
    }
    return last;
  }

  private long anchor(int token, int offset) {
    return (long) token << DISTANCE_BITS | offset - starts[token];
  }

  /** As {@link #anchor}, of two tokens that meet at the offset the earlier one. */
  public OptionalLong anchorOfEnd(int offset) {
    int found = Arrays.binarySearch(ends, offset);
    if (found < 0) {
      return anchor(offset);
    }
    int token = found;
    while (token > 0 && ends[token - 1] == offset) {
      token--;
    }
    return OptionalLong.of(anchor(token, offset));
  }

  /** Whether the end of one token and the start of the next lie at the offset. */
  public boolean isBetweenTokens(int offset) {
    return Arrays.binarySearch(starts, offset) >= 0 && Arrays.binarySearch(ends, offset) >= 0;
  }

  /**
   * The offset of an anchor that was taken of a text with the same hash.
   *
   * @throws IndexOutOfBoundsException if there are fewer tokens
   */
  public int offset(long anchor) {
    return starts[(int) (anchor >>> DISTANCE_BITS)] + (int) anchor;
  }

  /** As {@link #offset} for the two ends of a span. */
  public Span span(long start, long end) {
    int from = offset(start);
    return new Span(from, Math.max(from, offset(end)));
  }
}
