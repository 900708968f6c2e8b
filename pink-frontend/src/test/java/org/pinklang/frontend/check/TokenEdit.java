package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.pinklang.frontend.source.SourceText;

/** Small edits as people make them: another number, another name, one word more or less. */
final class TokenEdit {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_0-9]+");
  private static final List<String> TYPES =
      List.of("Integer", "Integer32", "Boolean", "Float", "*Integer", "*[]Byte", "[Integer; 3]");

  private TokenEdit() {}

  static SourceText of(SourceText text, Random random) {
    String content = text.text(0, text.length());
    List<MatchResult> words = WORD.matcher(content).results().toList();
    if (words.isEmpty()) {
      return text;
    }
    MatchResult word = words.get(random.nextInt(words.size()));
    String replacement =
        switch (random.nextInt(6)) {
          case 0 -> words.get(random.nextInt(words.size())).group();
          case 1 -> TYPES.get(random.nextInt(TYPES.size()));
          case 2 -> "";
          case 3 -> renamed(word.group());
          case 4 -> word.group() + " ";
          default -> other(word.group(), words, random);
        };
    return SourceText.of(
        text.logicalName(),
        content.substring(0, word.start()) + replacement + content.substring(word.end()));
  }

  private static String renamed(String word) {
    return Character.isDigit(word.charAt(0)) ? word + "1" : word + "x";
  }

  private static String other(String word, List<MatchResult> words, Random random) {
    List<String> alike = new ArrayList<>();
    for (MatchResult candidate : words) {
      boolean same =
          Character.isUpperCase(candidate.group().charAt(0))
              == Character.isUpperCase(word.charAt(0));
      if (same && !candidate.group().equals(word)) {
        alike.add(candidate.group());
      }
    }
    return alike.isEmpty() ? word : alike.get(random.nextInt(alike.size()));
  }
}
