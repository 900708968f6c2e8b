package org.pinklang.frontend.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.tree.NodeParts;
import org.pinklang.frontend.tree.UnitTree;

/** The way from the top of a tree to an identifier, innermost last. */
final class NodePath {
  private final int offset;
  private final List<Node> nodes = new ArrayList<>();

  private NodePath(int offset) {
    this.offset = offset;
  }

  /** The way to the identifier that begins at an offset; null where the tree has none. */
  static @Nullable NodePath to(UnitTree tree, int offset) {
    NodePath path = new NodePath(offset);
    for (ImportDeclaration declaration : tree.imports()) {
      if (path.find(declaration)) {
        return path;
      }
    }
    for (Declaration declaration : tree.declarations()) {
      // Where braces are missing a declaration may not reach the end of its body.
      if (declaration.start() <= offset && path.find(declaration)) {
        return path;
      }
    }
    return null;
  }

  private boolean find(Node node) {
    nodes.add(node);
    if (node instanceof Identifier && node.start() == offset) {
      return true;
    }
    List<Node> parts = new ArrayList<>();
    new NodeParts(
            part -> {
              if (part.start() <= offset && offset < part.end()) {
                parts.add(part);
              }
            })
        .of(node);
    for (Node part : parts) {
      if (find(part)) {
        return true;
      }
    }
    nodes.removeLast();
    return false;
  }

  /** The identifier. */
  Identifier identifier() {
    return (Identifier) nodes.getLast();
  }

  /** A node around the identifier: 1 for what holds it. Null where there is none. */
  @Nullable Node around(int distance) {
    int index = nodes.size() - 1 - distance;
    return index < 0 ? null : nodes.get(index);
  }

  /** Whether a node of a kind is anywhere around the identifier. */
  boolean isInside(Class<? extends Node> kind) {
    return nodes.stream().anyMatch(kind::isInstance);
  }
}
