package org.pinklang.frontend.manifest;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeKind;
import org.pinklang.frontend.tree.NodeSink;
import org.pinklang.frontend.tree.PostorderWriter;
import org.pinklang.frontend.tree.TypeTree;

/**
 * What a hash is computed over. Every value is told apart from those beside it, so that different
 * inputs never look the same. Documentation and positions of trees are left out, and what can be
 * written in several ways counts as one. For one thread.
 */
final class HashInput implements NodeSink {
  private final HashWriter writer = new HashWriter();
  private final boolean nilIsPredeclared;
  private final PostorderWriter trees = new PostorderWriter(this, this::canonical);

  /** An input in which {@code Nil} is the predeclared type. */
  HashInput() {
    this(true);
  }

  /**
   * An input.
   *
   * @param nilIsPredeclared whether {@code Nil}, unqualified, is the predeclared type
   */
  HashInput(boolean nilIsPredeclared) {
    this.nilIsPredeclared = nilIsPredeclared;
  }

  /** Says what comes next, or the value of an enum. */
  HashInput put(Enum<?> value) {
    return put(value.name());
  }

  HashInput put(boolean value) {
    writer.flag(value);
    return this;
  }

  HashInput put(String value) {
    writer.text(value);
    return this;
  }

  HashInput put(ContentHash hash) {
    writer.hash(hash);
    return this;
  }

  /** A tree, or that there is none. */
  HashInput put(@Nullable Node tree) {
    put(tree != null);
    if (tree != null) {
      trees.write(tree);
    }
    return this;
  }

  /** The type of a result; none is {@code Nil}. */
  HashInput putResult(@Nullable TypeTree result) {
    return put(withoutNil(result));
  }

  private Node canonical(Node node) {
    return switch (node) {
      case Literal.IntegerLiteral literal ->
          new Literal.IntegerLiteral(
              Long.toUnsignedString(literal.value()),
              literal.value(),
              literal.start(),
              literal.end());
      case TypeTree.Function function ->
          new TypeTree.Function(
              function.parameters(),
              withoutNil(function.result()),
              function.start(),
              function.end());
      default -> node;
    };
  }

  private @Nullable TypeTree withoutNil(@Nullable TypeTree result) {
    boolean nil =
        nilIsPredeclared
            && result instanceof TypeTree.Named named
            && named.qualifier() == null
            && named.name().text().equals("Nil");
    return nil ? null : result;
  }

  /** The hash of all that was put; ends the use of this. */
  ContentHash hash() {
    return writer.finish();
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // The order of the kinds is part of the format.
  public void kind(NodeKind kind) {
    writer.octet(kind.ordinal());
  }

  @Override
  public void number(long value) {
    writer.number(value);
  }

  @Override
  public void text(String text) {
    put(text);
  }

  @Override
  public void bytes(String bytes) {
    put(bytes);
  }

  @Override
  public void documentation(@Nullable Documentation documentation) {}

  @Override
  public void span(int start, int end) {}
}
