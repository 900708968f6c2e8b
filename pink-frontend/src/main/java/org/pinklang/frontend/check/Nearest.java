package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Names that look like one that was not found. */
final class Nearest {
  private static final int LISTED = 5;

  private Nearest() {}

  /** A sentence about the fields there are: the one that was probably meant, or all. */
  static String fieldsNote(String wrong, List<String> fields) {
    return note(wrong, fields, "field");
  }

  /** A sentence about the names there are: the one that was probably meant, or all. */
  static String note(String wrong, List<String> names, String what) {
    List<String> ordered = new ArrayList<>(names);
    ordered.sort(Comparator.comparingInt(name -> distance(wrong, name)));
    if (!ordered.isEmpty() && isNear(wrong, ordered.getFirst())) {
      return "there is " + article(what) + " " + what + " `" + ordered.getFirst() + "`";
    }
    if (names.isEmpty()) {
      return "it has no " + what + "s";
    }
    String listed =
        names.stream()
            .limit(LISTED)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return "it has the " + what + "s " + listed + (names.size() > LISTED ? " and others" : "");
  }

  private static String article(String what) {
    return "aeiou".indexOf(what.charAt(0)) >= 0 ? "an" : "a";
  }

  private static boolean isNear(String wrong, String name) {
    return wrong.length() > 1 && distance(wrong, name) <= Math.max(1, wrong.length() / 3);
  }

  /** How many letters must be inserted, removed or replaced to make one name of another. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
