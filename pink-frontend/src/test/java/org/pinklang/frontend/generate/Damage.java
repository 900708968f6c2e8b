package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinklang.frontend.source.SourceText;

/** Damages texts token by token, as an editor's user and a careless merge do. */
public final class Damage {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|//[^\\n]*|\\w+|\"[^\"]*\"|[:=!<>]=|\\.\\.|<<|>>|::|->|=>|.", Pattern.DOTALL);
  private static final List<String> STRAY =
      List.of(
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          ";",
          ",",
          ":",
          ":=",
          "=",
          "==",
          "..",
          ".",
          "!",
          "?",
          "*",
          "&",
          "->",
          "=>",
          "::",
          "fn",
          "if",
          "else",
          "match",
          "while",
          "for",
          "in",
          "return",
          "break",
          "continue",
          "struct",
          "union",
          "export",
          "import",
          "module",
          "implement",
          "const",
          "var",
          "nil",
          "true",
          "and",
          "as",
          "size_of",
          "opaque",
          "inline",
          "extern",
          "class",
          "_",
          "Integer",
          "Byte",
          "Float32",
          "Nil",
          "Boolean",
          "0",
          "1",
          "999999999999999999999",
          "1.5",
          "'a'",
          "\"text\"",
          "\"",
          "'",
          "/*",
          "//",
          "&&",
          "++",
          "x",
          "main",
          "panic",
          "assert",
          "\0",
          "\u00e9",
          "-128",
          "n",
          "self");

  private Damage() {}

  /** A program with one unit damaged; the same seed damages in the same way. */
  public static List<SourceText> anyUnit(GeneratedProgram program, long seed) {
    Choices choices = new Choices(seed);
    List<SourceText> units = new ArrayList<>(program.units());
    int at = choices.below(units.size());
    SourceText unit = units.get(at);
    String text = damaged(unit.text(0, unit.length()), choices);
    units.set(at, SourceText.of(unit.logicalName(), text));
    return units;
  }

  /** A text with one to six changes. */
  private static String damaged(String text, Choices choices) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    int changes = choices.between(1, 6);
    for (int i = 0; i < changes && !tokens.isEmpty(); i++) {
      change(tokens, choices);
    }
    return String.join("", tokens);
  }

  private static void change(List<String> tokens, Choices choices) {
    int at = choices.below(tokens.size());
    int other = choices.below(tokens.size());
    switch (choices.below(7)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> Collections.swap(tokens, at, other);
      case 3 -> tokens.set(at, tokens.get(other));
      case 4 -> tokens.set(at, choices.pick(STRAY));
      case 5 -> tokens.add(at, " " + choices.pick(STRAY) + " ");
      default -> tokens.subList(at, Math.min(tokens.size(), at + 1 + choices.below(8))).clear();
    }
  }
}
