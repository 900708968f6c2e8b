package org.pinklang.frontend.check;

import java.util.List;
import java.util.stream.Collectors;
import org.pinklang.frontend.diagnostic.SimilarNames;

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
    List<String> similar = SimilarNames.of(wrong, names);
    if (!similar.isEmpty()) {
      return "there is " + article(what) + " " + what + " `" + similar.getFirst() + "`";
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
}
