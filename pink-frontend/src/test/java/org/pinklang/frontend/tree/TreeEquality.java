package org.pinklang.frontend.tree;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares trees by what was written, not where. */
public final class TreeEquality {
  private static final Set<String> PLACES = Set.of("start", "end", "offsets");

  private TreeEquality() {}

  /** Where two trees differ first, as a path of components; null where they are equal. */
  public static @Nullable String difference(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null || left.getClass() != right.getClass()) {
      boolean bothLists = left instanceof List<?> && right instanceof List<?>;
      if (!bothLists) {
        return left == right ? null : ": " + left + " is not " + right;
      }
    }
    if (left instanceof List<?> list) {
      return listDifference(list, (List<?>) right);
    }
    if (left instanceof Node) {
      return nodeDifference(left, right);
    }
    return left.equals(right) ? null : ": " + left + " is not " + right;
  }

  private static @Nullable String listDifference(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      String inner = difference(left.get(i), right.get(i));
      if (inner != null) {
        return "[" + i + "]" + inner;
      }
    }
    return left.size() == right.size()
        ? null
        : ": " + left.size() + " elements are not " + right.size();
  }

  private static @Nullable String nodeDifference(Object left, Object right) {
    for (RecordComponent component : left.getClass().getRecordComponents()) {
      if (!PLACES.contains(component.getName())) {
        String inner = difference(value(component, left), value(component, right));
        if (inner != null) {
          return "." + component.getName() + inner;
        }
      }
    }
    return null;
  }

  static @Nullable Object value(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException cannotHappen) {
      throw new AssertionError(cannotHappen);
    }
  }
}
