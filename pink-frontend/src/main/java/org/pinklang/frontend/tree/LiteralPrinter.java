package org.pinklang.frontend.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Prints literals so that they are read back with the same value. */
final class LiteralPrinter {
  private LiteralPrinter() {}

  static String print(Literal literal) {
    return switch (literal) {
      case Literal.IntegerLiteral integer -> integer.text();
      case Literal.FloatLiteral number -> number.text();
      case Literal.CharacterLiteral character -> "'" + escaped(character.value(), '\'') + "'";
      case Literal.StringLiteral string -> '"' + string(string.bytes()) + '"';
      case Literal.BooleanLiteral truth -> truth.value() ? "true" : "false";
      case Literal.NilLiteral nil -> "nil";
    };
  }

  private static String string(String bytes) {
    String text;
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
      text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException notText) {
      return bytes(bytes);
    }
    StringBuilder printed = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printed.append(c < 0x80 ? escaped(c, '"') : scalar(c)));
    return printed.toString();
  }

  private static String bytes(String bytes) {
    StringBuilder printed = new StringBuilder(bytes.length());
    bytes.chars().forEach(b -> printed.append(escaped(b, '"')));
    return printed.toString();
  }

  private static String scalar(int character) {
    return Character.isLetterOrDigit(character)
        ? Character.toString(character)
        : String.format(Locale.ROOT, "\\u{%X}", character);
  }

  private static String escaped(int b, char quote) {
    return switch (b) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0 -> "\\0";
      case '\\' -> "\\\\";
      default -> {
        if (b == quote) {
          yield "\\" + quote;
        }
        yield b >= ' ' && b < 0x7F
            ? String.valueOf((char) b)
            : String.format(Locale.ROOT, "\\x%02X", b);
      }
    };
  }
}
