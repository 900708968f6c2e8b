package org.pinklang.frontend.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says which characters stand where no token can begin. */
final class StrayCharacters {
  private static final int LONGEST = 8;

  private StrayCharacters() {}

  /** The characters of a well-formed range, those nobody can see by their numbers. */
  static String describe(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    int count = text.codePointCount(0, text.length());
    if (count > 1) {
      boolean visible = text.codePoints().limit(LONGEST).allMatch(StrayCharacters::isVisible);
      String some = text.substring(0, text.offsetByCodePoints(0, Math.min(count, LONGEST)));
      return visible ? "`" + some + (count > LONGEST ? "…`" : "`") : name(text.codePointAt(0));
    }
    int character = text.codePointAt(0);
    return isVisible(character) ? "`" + text + "`" : name(character);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }

  private static String name(int character) {
    String hex = String.format(Locale.ROOT, "U+%04X", character);
    String name = Character.getName(character);
    return name == null ? hex : hex + " " + name;
  }
}
