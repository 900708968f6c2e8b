package org.pinklang.api.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Small changes of a unit's text, as somebody at work makes them; not all of them compile. */
final class TextEdits {
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+\\b");

  private TextEdits() {}

  /** A text with one change. */
  static String edit(String text, Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> anotherNumber(text, random);
      case 2 -> line(text, random, "");
      case 3 -> line(text, random, "// a remark");
      case 4 -> moved(text, random);
      default -> removed(text, random);
    };
  }

  private static String anotherNumber(String text, Random random) {
    List<Integer> starts = new ArrayList<>();
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      starts.add(numbers.start());
    }
    if (starts.isEmpty()) {
      return text;
    }
    int start = starts.get(random.nextInt(starts.size()));
    return text.substring(0, start) + random.nextInt(1, 9) + text.substring(start + 1);
  }

  private static String line(String text, Random random, String line) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.add(random.nextInt(lines.size() + 1), line);
    return String.join("\n", lines) + "\n";
  }

  private static String moved(String text, Random random) {
    List<String> declarations = declarations(text);
    if (declarations.size() > 2) {
      List<String> movable = declarations.subList(1, declarations.size());
      Collections.swap(movable, random.nextInt(movable.size()), random.nextInt(movable.size()));
    }
    return String.join("", declarations);
  }

  private static String removed(String text, Random random) {
    List<String> declarations = declarations(text);
    if (declarations.size() > 1) {
      declarations.remove(random.nextInt(1, declarations.size()));
    }
    return String.join("", declarations);
  }

  /** What stands before the first function, then each function with what follows it. */
  private static List<String> declarations(String text) {
    List<StringBuilder> parts = new ArrayList<>(List.of(new StringBuilder()));
    text.lines()
        .forEach(
            line -> {
              if (line.startsWith("fn ") || line.startsWith("export fn ")) {
                parts.add(new StringBuilder());
              }
              parts.get(parts.size() - 1).append(line).append('\n');
            });
    return parts.stream().map(StringBuilder::toString).collect(Collectors.toList());
  }
}
