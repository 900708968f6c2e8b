package org.pinklang.frontend.type;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that declarations have in object files, and the way back.
 *
 * <p>A name is {@code _PM}, the length and the text of each segment of the module's name, {@code
 * E}, the kind of declaration, and the length and text of its own name: {@code math.vector::dot} is
 * {@code _PM4math6vectorEF3dot}. A program unit has no segments. Lengths count bytes.
 *
 * <p>A private declaration of an implementation unit may have the name of one that its module
 * shares, and its unit may use both. No linker sees it; a dot and the name of the unit keep it
 * apart inside the object.
 */
public final class LinkageNames {
  private static final String PREFIX = "_PM";
  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9_]");

  private LinkageNames() {}

  /** The name of a function. */
  public static String function(SymbolId symbol) {
    return mangle(symbol, 'F');
  }

  /** The name of a global. */
  public static String global(SymbolId symbol) {
    return mangle(symbol, 'V');
  }

  private static String mangle(SymbolId symbol, char kind) {
    StringBuilder name = new StringBuilder(PREFIX);
    if (!symbol.module().isEmpty()) {
      for (String segment : symbol.module().split("\\.", -1)) {
        append(name, segment);
      }
    }
    append(name.append('E').append(kind), symbol.name());
    if (!symbol.module().isEmpty() && !symbol.unit().isEmpty()) {
      name.append('.').append(NOT_PLAIN.matcher(symbol.unit()).replaceAll("_"));
    }
    return name.toString();
  }

  private static void append(StringBuilder name, String part) {
    name.append(part.getBytes(StandardCharsets.UTF_8).length).append(part);
  }

  /**
   * What a linkage name stands for, written as in the language: {@code math.vector::dot}, or {@code
   * f} in a program unit. Empty for what is no linkage name of a Pink declaration.
   */
  public static Optional<String> demangle(String linkageName) {
    if (!linkageName.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Reader reader = new Reader(linkageName, PREFIX.length());
    StringBuilder module = new StringBuilder();
    while (!reader.accept('E')) {
      String segment = reader.part();
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      module.append(module.isEmpty() ? "" : ".").append(segment);
    }
    if (!reader.accept('F') && !reader.accept('V')) {
      return Optional.empty();
    }
    String name = reader.part();
    if (name.isEmpty() || !reader.atEnd()) {
      return Optional.empty();
    }
    return Optional.of(module.isEmpty() ? name : module + "::" + name);
  }

  /** Reads the parts of a linkage name; a part that is malformed reads as empty. */
  private static final class Reader {
    private final String text;
    private int at;

    private Reader(String text, int at) {
      this.text = text;
      this.at = at;
    }

    private boolean accept(char wanted) {
      boolean found = at < text.length() && text.charAt(at) == wanted;
      at += found ? 1 : 0;
      return found;
    }

    private String part() {
      int length = 0;
      int start = at;
      while (at < text.length() && isDigit(text.charAt(at)) && length <= text.length()) {
        length = length * 10 + text.charAt(at++) - '0';
      }
      boolean leadingZero = at > start && text.charAt(start) == '0';
      if (length == 0 || leadingZero || length > text.length() - at || !startsName(at)) {
        return "";
      }
      String part = text.substring(at, at + length);
      at += length;
      return isName(part) ? part : "";
    }

    private boolean startsName(int index) {
      return index < text.length() && !isDigit(text.charAt(index));
    }

    private static boolean isName(String part) {
      return part.chars().allMatch(c -> c == '_' || isDigit(c) || isLetter(c));
    }

    private static boolean isLetter(int c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }

    private boolean atEnd() {
      return at == text.length();
    }
  }
}
