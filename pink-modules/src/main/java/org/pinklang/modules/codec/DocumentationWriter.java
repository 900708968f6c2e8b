package org.pinklang.modules.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes comments: that of the unit, then which declarations have some with the length of theirs,
 * then theirs, with the numbers of the parts they belong to. For one thread.
 */
final class DocumentationWriter {
  private final ByteWriter index = new ByteWriter();
  private final ByteWriter comments = new ByteWriter();
  private int declarations;
  private int documented;
  private int lastDocumented = -1;

  /** Adds the comments of the next declaration. */
  void add(List<TreeEncoder.DocumentedMember> members) {
    int number = declarations++;
    if (members.isEmpty()) {
      return;
    }
    int start = comments.size();
    comments.putNumber(members.size());
    int before = -1;
    for (TreeEncoder.DocumentedMember member : members) {
      comments.putNumber(member.member() - before - 1);
      text(member.text(), comments);
      before = member.member();
    }
    index.putNumber(number - lastDocumented - 1);
    index.putNumber(comments.size() - start);
    lastDocumented = number;
    documented++;
  }

  byte[] write(String unit) {
    ByteWriter out = new ByteWriter();
    text(unit, out);
    out.putNumber(documented);
    out.put(index);
    out.put(comments);
    return out.toByteArray();
  }

  private static void text(String text, ByteWriter out) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.putNumber(bytes.length);
    out.put(bytes);
  }
}
