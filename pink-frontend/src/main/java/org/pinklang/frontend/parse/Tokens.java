package org.pinklang.frontend.parse;

import java.util.Arrays;

/** The tokens and comments of one text, in order, as numbers in arrays; the last is the end. */
final class Tokens {
  /** A text has rarely more than one token for so many bytes. */
  private static final int BYTES_PER_TOKEN = 2;

  byte[] kinds;
  int[] starts;
  int[] ends;
  int count;

  /** Whether what is missing at the end has been reported: a comment runs over it. */
  boolean endReported;

  /** Start and end of every comment. */
  private int[] comments = new int[8];

  private int commentCount;

  Tokens(int textLength) {
    int capacity = textLength / BYTES_PER_TOKEN + 16;
    kinds = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  void add(byte kind, int start, int end) {
    if (count == kinds.length) {
      grow();
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  void addComment(int start, int end) {
    if (commentCount * 2 == comments.length) {
      comments = Arrays.copyOf(comments, comments.length * 2);
    }
    comments[commentCount * 2] = start;
    comments[commentCount * 2 + 1] = end;
    commentCount++;
  }

  int commentCount() {
    return commentCount;
  }

  int commentStart(int comment) {
    return comments[comment * 2];
  }

  int commentEnd(int comment) {
    return comments[comment * 2 + 1];
  }

  /** Number of the last comment that ends at or before an offset, −1 where there is none. */
  int lastCommentBefore(int offset) {
    int low = 0;
    int high = commentCount;
    while (low < high) {
      int middle = low + high >>> 1;
      if (commentEnd(middle) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private void grow() {
    int capacity = count + (count >> 1);
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
  }
}
