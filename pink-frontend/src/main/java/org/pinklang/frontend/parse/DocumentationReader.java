package org.pinklang.frontend.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Documentation;

/**
 * Finds the comment that documents what follows it: the run of line comments, or the one block
 * comment, that ends on the line before, each alone on its lines.
 */
final class DocumentationReader {
  private DocumentationReader() {}

  /**
   * The documentation of what begins at {@code start}.
   *
   * @param after the end of the token before it; comments that begin earlier belong to others
   */
  static @Nullable Documentation before(byte[] bytes, Tokens tokens, int after, int start) {
    int last = tokens.lastCommentBefore(start);
    if (last < 0 || tokens.commentStart(last) < after) {
      return null;
    }
    if (!isLineAbove(bytes, tokens, last, start)) {
      return null;
    }
    if (bytes[tokens.commentStart(last) + 1] == '*') {
      return block(bytes, tokens.commentStart(last), tokens.commentEnd(last));
    }
    int first = last;
    while (first > 0 && continues(bytes, tokens, first - 1, after, tokens.commentStart(first))) {
      first--;
    }
    return lines(bytes, tokens, first, last);
  }

  private static boolean continues(
      byte[] bytes, Tokens tokens, int comment, int after, int nextStart) {
    return tokens.commentStart(comment) >= after
        && bytes[tokens.commentStart(comment) + 1] == '/'
        && isLineAbove(bytes, tokens, comment, nextStart);
  }

  /** Whether a comment is alone on its lines and ends on the line before {@code start}. */
  private static boolean isLineAbove(byte[] bytes, Tokens tokens, int comment, int start) {
    int lineFeeds = 0;
    for (int i = tokens.commentEnd(comment); i < start; i++) {
      lineFeeds += bytes[i] == '\n' ? 1 : 0;
    }
    return lineFeeds == 1 && beginsLine(bytes, tokens.commentStart(comment));
  }

  private static boolean beginsLine(byte[] bytes, int start) {
    int i = start - 1;
    while (i >= 0 && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i--;
    }
    boolean afterMark = i == 2 && bytes[0] == (byte) 0xEF;
    return i < 0 || bytes[i] == '\n' || afterMark;
  }

  private static Documentation lines(byte[] bytes, Tokens tokens, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int comment = first; comment <= last; comment++) {
      if (comment > first) {
        text.append('\n');
      }
      int start = tokens.commentStart(comment);
      int end = tokens.commentEnd(comment);
      while (start < end && bytes[start] == '/') {
        start++;
      }
      text.append(line(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
    }
    return new Documentation(text.toString(), tokens.commentStart(first), tokens.commentEnd(last));
  }

  private static Documentation block(byte[] bytes, int start, int end) {
    String content = new String(bytes, start + 2, end - start - 4, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String written : content.split("\n", -1)) {
      boolean first = lines.isEmpty();
      String stripped = written.stripLeading();
      boolean starred = stripped.startsWith("*");
      lines.add(line(starred ? stripped.substring(1) : first ? written : " " + stripped));
    }
    trimBlankEnds(lines);
    return new Documentation(String.join("\n", lines), start, end);
  }

  private static void trimBlankEnds(List<String> lines) {
    while (lines.size() > 1 && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    Collections.reverse(lines);
    while (lines.size() > 1 && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    Collections.reverse(lines);
  }

  private static String line(String written) {
    return (written.startsWith(" ") ? written.substring(1) : written).stripTrailing();
  }
}
