package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Edits of texts that know nothing of what the texts mean: every one may break the program or mend
 * it.
 */
final class TextEdits {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_0-9]+");
  private static final Pattern GAP = Pattern.compile("\\s+");
  private static final List<String> WORDS =
      List.of("Integer", "Integer32", "Boolean", "*Integer", "[Integer; 3]", "1", "2", "opaque");
  private static final List<String> BLANKS =
      List.of(" ", "  ", "\n", "\r\n", "\t", "\n\n", " // why\n", " /* not /* here */ */ ", "\r");
  private static final List<String> DAMAGE =
      List.of("}", "{", ";", "#", "\"", "(", " export ", "/*");
  private static final List<String> ADDED =
      List.of(
          "fn fresh() { 1; }",
          "export fn added(x: Integer, y: Integer) -> Integer { x / y; }",
          "fn unused(x: Integer) -> Integer { y := x; x; }",
          "export const limit: Integer := 3;",
          "export struct Added { a: Integer, b: [Byte; 3] }",
          "export opaque struct Closed { a: Integer }",
          "fn main() -> Integer { 0; }",
          "fn helper() -> Integer { [1, 2][fresh()]; }");

  private final Random random;
  private final Map<String, String> texts;

  private TextEdits(Map<String, String> texts, Random random) {
    this.texts = new TreeMap<>(texts);
    this.random = random;
  }

  /** The texts with one edit. */
  static Map<String, String> edit(Map<String, String> texts, Random random) {
    TextEdits edits = new TextEdits(texts, random);
    if (!texts.isEmpty()) {
      edits.edit();
    }
    return edits.texts;
  }

  private void edit() {
    String path = any(List.copyOf(texts.keySet()));
    switch (random.nextInt(15)) {
      case 0, 1, 2 -> change(path, this::otherWord);
      case 3, 4 -> change(path, this::reformatted);
      case 5 -> change(path, text -> "\uFEFF" + text.replace("\uFEFF", ""));
      case 6 -> change(path, text -> text.replace("\r\n", "\n").replace("\n", "\r\n"));
      case 7 -> change(path, text -> removed(text, new ArrayList<>()));
      case 8 -> move(path);
      case 9 -> change(path, this::damaged);
      case 10 -> rename(path);
      case 11 -> change(path, text -> toggled(text, "export "));
      case 12 -> change(path, text -> text + any(ADDED) + "\n");
      case 13 -> remove(path);
      default -> change(path, this::shuffled);
    }
  }

  private interface Rewriting {
    String apply(String text);
  }

  private void change(String path, Rewriting rewriting) {
    texts.computeIfPresent(path, (key, text) -> rewriting.apply(text));
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String otherWord(String text) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return text;
    }
    MatchResult word = any(words);
    String other =
        switch (random.nextInt(5)) {
          case 0 -> any(WORDS);
          case 1 -> "";
          case 2 -> word.group() + "1";
          default -> any(words).group();
        };
    return text.substring(0, word.start()) + other + text.substring(word.end());
  }

  private String reformatted(String text) {
    int often = 1 + random.nextInt(20);
    return GAP.matcher(text)
        .replaceAll(gap -> random.nextInt(often) == 0 ? any(BLANKS) : gap.group());
  }

  /** Declarations begin on lines of their own, with a word or the end of a comment. */
  private static List<String> declarations(String text) {
    return new ArrayList<>(Arrays.asList(text.split("(?m)\\n(?=[a-z/])")));
  }

  private String removed(String text, List<String> gone) {
    List<String> parts = declarations(text);
    gone.add(parts.remove(random.nextInt(parts.size())));
    return String.join("\n", parts);
  }

  private String shuffled(String text) {
    List<String> parts = declarations(text);
    String part = parts.remove(random.nextInt(parts.size()));
    parts.add(random.nextInt(parts.size() + 1), part);
    return String.join("\n", parts);
  }

  private void move(String path) {
    List<String> gone = new ArrayList<>();
    change(path, text -> removed(text, gone));
    change(
        any(List.copyOf(texts.keySet())),
        text -> text + gone.stream().collect(Collectors.joining("\n")) + "\n");
  }

  private String damaged(String text) {
    int at = random.nextInt(text.length() + 1);
    return random.nextBoolean()
        ? text.substring(0, at) + any(DAMAGE) + text.substring(at)
        : text.substring(0, Math.min(at, text.length()))
            + text.substring(Math.min(text.length(), at + 1));
  }

  private static String toggle(String line, String word) {
    return line.startsWith(word) ? line.substring(word.length()) : word + line;
  }

  private String toggled(String text, String word) {
    List<String> parts = declarations(text);
    int at = random.nextInt(parts.size());
    parts.set(at, toggle(parts.get(at), word));
    return String.join("\n", parts);
  }

  private void rename(String path) {
    String text = texts.remove(path);
    String folder = any(List.of("", "other/", "a/"));
    String name = path.substring(path.lastIndexOf('/') + 1);
    String target = folder + any(List.of(name, "x" + name, name.replace(".pink", "+x.pink")));
    texts.putIfAbsent(target, text == null ? "" : text);
  }

  private void remove(String path) {
    if (texts.size() > 1) {
      texts.remove(path);
    }
  }
}
