package org.pinklang.frontend.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pinklang.frontend.parse.TextPlace;

/** The keywords that fit a place. */
final class CompletionKeywords {
  private static final List<String> VALUES = List.of("false", "if", "match", "nil", "true");
  private static final List<String> TERMS =
      List.of("const", "for", "if", "match", "return", "var", "while");
  private static final List<String> DECLARATIONS =
      List.of("const", "export", "extern", "fn", "inline", "opaque", "struct", "union", "var");
  private static final Set<String> BEFORE_OPERANDS =
      Set.of(
          "and",
          "or",
          "return",
          "if",
          "while",
          "match",
          "in",
          "then",
          "do",
          "else",
          "var",
          "const",
          "for",
          "as",
          "break",
          "continue");

  private CompletionKeywords() {}

  /** Whether an operand, not an operator, follows a keyword. */
  static boolean areBefore(String keyword) {
    return BEFORE_OPERANDS.contains(keyword);
  }

  /** Those that begin a value. */
  static List<String> values() {
    return VALUES;
  }

  /** Those that begin a statement, behind what is before it. */
  static List<String> terms(boolean inLoop, TextPlace place) {
    Set<String> names = new LinkedHashSet<>();
    if (place.previous().equals("}")) {
      names.add("else");
    }
    names.addAll(TERMS);
    if (inLoop) {
      names.addAll(List.of("break", "continue"));
    }
    names.addAll(VALUES);
    return List.copyOf(names);
  }

  /** Those that can follow an operand. */
  static List<String> afterOperand(TextPlace place) {
    if (place.before().contains("import")) {
      return List.of("as");
    }
    boolean loopVariable = place.before().size() > 1 && place.before().get(1).equals("for");
    return loopVariable ? List.of("in") : List.of("and", "as", "or");
  }

  /**
   * Those that begin a declaration, or go on where one has begun.
   *
   * @param inHead whether no declaration stands before
   * @param hasUnit whether the unit declaration is there
   */
  static List<String> topLevel(TextPlace place, boolean inHead, boolean hasUnit) {
    return switch (place.sameLine() ? place.previous() : "") {
      case "export" ->
          inHead
              ? List.of(
                  "const", "extern", "fn", "import", "inline", "opaque", "struct", "union", "var")
              : List.of("const", "extern", "fn", "inline", "opaque", "struct", "union", "var");
      case "extern", "inline" -> List.of("fn");
      case "opaque" -> List.of("struct");
      default -> beginning(inHead, hasUnit);
    };
  }

  private static List<String> beginning(boolean inHead, boolean hasUnit) {
    Set<String> names = new LinkedHashSet<>();
    if (inHead) {
      names.add("import");
      if (!hasUnit) {
        names.addAll(List.of("module", "implement"));
      }
    }
    names.addAll(DECLARATIONS);
    return List.copyOf(names);
  }
}
