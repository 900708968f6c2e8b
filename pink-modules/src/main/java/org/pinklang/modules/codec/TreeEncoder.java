package org.pinklang.modules.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.NodeKind;
import org.pinklang.frontend.tree.NodeSink;

/**
 * Writes the linear form of one tree: nodes to one place, their positions to another, and keeps
 * what documents them. A position is its end less that of the one before, then its length. For one
 * thread.
 */
final class TreeEncoder implements NodeSink {
  private final StringTableBuilder strings;
  private final ByteWriter nodes;
  private final ByteWriter positions;
  private final List<DocumentedMember> documentation = new ArrayList<>();
  private int members;
  private int lastEnd;

  /**
   * The documentation of one part of a declaration.
   *
   * @param member the number of the part among those that can be documented; the declaration itself
   *     is the last
   */
  record DocumentedMember(int member, String text) {}

  TreeEncoder(StringTableBuilder strings, ByteWriter nodes, ByteWriter positions) {
    this.strings = strings;
    this.nodes = nodes;
    this.positions = positions;
  }

  List<DocumentedMember> documentation() {
    return documentation;
  }

  @Override
  public void kind(NodeKind kind) {
    nodes.put(kind.ordinal());
  }

  @Override
  public void number(long value) {
    nodes.putNumber(value);
  }

  @Override
  public void text(String text) {
    nodes.putNumber(strings.numberOfText(text));
  }

  @Override
  public void bytes(String bytes) {
    nodes.putNumber(strings.numberOfBytes(bytes));
  }

  @Override
  public void documentation(@Nullable Documentation comment) {
    if (comment != null) {
      documentation.add(new DocumentedMember(members, comment.text()));
      span(comment.start(), comment.end());
    }
    members++;
  }

  @Override
  public void span(int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a place: " + start + ".." + end);
    }
    positions.putSigned(end - lastEnd);
    positions.putNumber(end - start);
    lastEnd = end;
  }
}
