package org.pinklang.frontend.testdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and removes the comments that say what must be reported. */
final class Annotations {
  private static final Pattern ONE = Pattern.compile("//~(\\^*) *(PK\\d{4}) ?((?:(?!//~).)*)");
  private static final Pattern WHOLE_LINE = Pattern.compile("[ \\t]*//~.*\\n?");
  private static final Pattern TRAILING = Pattern.compile("[ \\t]*//~.*");

  private Annotations() {}

  static List<ExpectedDiagnostic> read(String file, String text) {
    List<ExpectedDiagnostic> expected = new ArrayList<>();
    int line = 0;
    for (String content : text.split("\n", -1)) {
      line++;
      Matcher matcher = ONE.matcher(content);
      while (matcher.find()) {
        int above = matcher.group(1).length();
        expected.add(
            new ExpectedDiagnostic(file, line - above, matcher.group(2), matcher.group(3).strip()));
      }
    }
    return expected;
  }

  static String remove(String text) {
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      if (!WHOLE_LINE.matcher(line).matches()) {
        kept.append(TRAILING.matcher(line).replaceFirst(""));
      }
    }
    return kept.toString();
  }
}
