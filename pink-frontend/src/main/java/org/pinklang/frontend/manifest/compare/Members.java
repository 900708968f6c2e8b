package org.pinklang.frontend.manifest.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of the fields of a struct or the alternatives of a union. */
final class Members {
  private Members() {}

  /** Whether two types have the same members in the same order. */
  static boolean areEqual(Map<String, String> before, Map<String, String> now) {
    return before.equals(now) && List.copyOf(before.keySet()).equals(List.copyOf(now.keySet()));
  }

  /**
   * A sentence about the difference.
   *
   * @param what what a member is called
   */
  static String describe(String what, Map<String, String> before, Map<String, String> now) {
    List<String> parts = new ArrayList<>();
    for (String name : before.keySet()) {
      if (!now.containsKey(name)) {
        parts.add("`" + name + "` was removed");
      } else if (!before.get(name).equals(now.get(name))) {
        parts.add(retyped(name, before.get(name), now.get(name)));
      }
    }
    for (String name : now.keySet()) {
      if (!before.containsKey(name)) {
        parts.add("`" + name + "` was added");
      }
    }
    if (parts.isEmpty()) {
      parts.add("the order changed");
    }
    return "Of the " + what + "s " + String.join(", ", parts) + ".";
  }

  private static String retyped(String name, String before, String now) {
    if (before.isEmpty() || now.isEmpty()) {
      return "`" + name + "` " + (now.isEmpty() ? "lost its value" : "got a value");
    }
    return "`" + name + "` is `" + now + "` and no longer `" + before + "`";
  }
}
