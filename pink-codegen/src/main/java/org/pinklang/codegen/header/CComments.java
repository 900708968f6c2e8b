package org.pinklang.codegen.header;

import java.util.List;

/** Comments of C. */
final class CComments {
  private CComments() {}

  /** A text as a comment with the line after it; nothing for no text. */
  static String of(String text, String indent) {
    String plain = text.strip().replace("*/", "* /").replace("/*", "/ *").replace("\\", "\\ ");
    if (plain.isEmpty()) {
      return "";
    }
    List<String> lines = plain.lines().map(String::stripTrailing).toList();
    if (lines.size() == 1) {
      return indent + "/** " + lines.getFirst().strip() + " */\n";
    }
    StringBuilder comment = new StringBuilder(indent).append("/**\n");
    for (String line : lines) {
      comment.append((indent + " * " + line).stripTrailing()).append('\n');
    }
    return comment.append(indent).append(" */\n").toString();
  }
}
