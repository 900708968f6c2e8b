package org.pinklang.frontend.tree;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the structure of a tree without its places: a node a line, indented under its parent. */
public final class TreeDump {
  private static final Set<String> PLACES = Set.of("start", "end", "offsets");

  private final StringBuilder out = new StringBuilder();

  private TreeDump() {}

  /** The lines of a tree. */
  public static String dump(Node tree) {
    TreeDump dump = new TreeDump();
    dump.node("", tree, 0);
    return dump.out.toString();
  }

  private void node(String label, Node node, int depth) {
    out.append("  ".repeat(depth)).append(label).append(node.getClass().getSimpleName());
    if (node instanceof Literal.StringLiteral string) {
      out.append(' ').append(TreePrinter.print(string)).append('\n');
      return;
    }
    RecordComponent[] components = node.getClass().getRecordComponents();
    for (RecordComponent component : components) {
      inline(component.getName(), TreeEquality.value(component, node));
    }
    out.append('\n');
    for (RecordComponent component : components) {
      Object value = TreeEquality.value(component, node);
      if (value instanceof List<?> list && !PLACES.contains(component.getName())) {
        list.stream()
            .filter(element -> element instanceof Node && !(element instanceof Identifier))
            .forEach(element -> node("", (Node) element, depth + 1));
      } else if (value instanceof Node inner && !isInline(inner)) {
        node(component.getName() + " ", inner, depth + 1);
      }
    }
  }

  private void inline(String name, @Nullable Object value) {
    if (PLACES.contains(name) || value == null || Boolean.FALSE.equals(value)) {
      return;
    }
    if (value instanceof List<?> list) {
      list.stream()
          .filter(element -> element instanceof Identifier || !(element instanceof Node))
          .forEach(element -> out.append(' ').append(scalar(element)));
    } else if (Boolean.TRUE.equals(value)) {
      out.append(' ').append(name);
    } else if (isInline(value)) {
      out.append(' ').append(scalar(value));
    }
  }

  private static boolean isInline(Object value) {
    return !(value instanceof Node)
        || value instanceof Identifier
        || value instanceof ModuleName
        || value instanceof Documentation;
  }

  private static String scalar(Object value) {
    return switch (value) {
      case Identifier name -> name.text();
      case ModuleName name -> name.text() + "::";
      case Documentation documentation -> "\"" + documentation.text().replace("\n", "\\n") + "\"";
      default -> value.toString();
    };
  }
}
