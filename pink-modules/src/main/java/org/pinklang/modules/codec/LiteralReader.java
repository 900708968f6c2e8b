package org.pinklang.modules.codec;

import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.NodeKind;

/** Builds literals; the rest of {@link ExpressionReader}. For one thread. */
final class LiteralReader {
  private static final int LARGEST_BYTE = 0xFF;

  private final TreeInput in;

  LiteralReader(TreeInput in) {
    this.in = in;
  }

  Literal read(NodeKind kind) {
    return switch (kind) {
      case INTEGER -> {
        String text = in.name();
        long value = in.number();
        in.place();
        yield new Literal.IntegerLiteral(text, value, in.start(), in.end());
      }
      case FLOAT -> {
        String text = in.text();
        if (!isFloat(text)) {
          throw new DamagedManifestException("a number is not well-formed");
        }
        in.place();
        yield new Literal.FloatLiteral(text, in.start(), in.end());
      }
      case CHARACTER -> {
        int value = in.count();
        if (value > LARGEST_BYTE) {
          throw new DamagedManifestException("a character is not one byte");
        }
        in.place();
        yield new Literal.CharacterLiteral(value, in.start(), in.end());
      }
      case STRING -> {
        String bytes = in.literal();
        in.place();
        yield new Literal.StringLiteral(bytes, in.start(), in.end());
      }
      case BOOLEAN -> {
        int value = in.flags(1);
        in.place();
        yield new Literal.BooleanLiteral(value == 1, in.start(), in.end());
      }
      default -> {
        in.place();
        yield new Literal.NilLiteral(in.start(), in.end());
      }
    };
  }

  /** Whether this is digits, perhaps a fraction, perhaps an exponent. */
  private static boolean isFloat(String text) {
    int at = digits(text, 0);
    boolean valid = at > 0;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = digits(text, fraction);
      valid &= at > fraction;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = at;
      at = digits(text, exponent);
      valid &= at > exponent;
    }
    return valid && at == text.length();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
