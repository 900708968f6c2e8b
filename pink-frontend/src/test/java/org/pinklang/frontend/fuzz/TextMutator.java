package org.pinklang.frontend.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils texts at random: bytes, lines and tokens are lost, doubled, exchanged or invented. */
public final class TextMutator {
  private static final int MOST_CHANGES = 6;
  private static final String[] PIECES = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ",",
    ".",
    "..",
    "...",
    ":",
    "::",
    ":=",
    "=",
    "==",
    "!=",
    "!",
    "->",
    "=>",
    "<<",
    ">>",
    "&&",
    "||",
    "+=",
    "++",
    "*",
    "&",
    "?",
    "-",
    "~",
    "/*",
    "*/",
    "//",
    "\"",
    "'",
    "\\",
    "0x",
    "1e",
    "1.",
    "0b2",
    "007",
    "1_",
    "_",
    "\u0000",
    "\r",
    "\t",
    "\uFEFF",
    "é",
    "日",
    "\u202E",
    "nil",
    "true",
    "fn",
    "fn f(",
    "var",
    "const",
    "if",
    "if (",
    "then",
    "else",
    "while (",
    "do",
    "for",
    "for i in",
    "in",
    "return",
    "break",
    "continue",
    "struct",
    "union",
    "match (",
    "module m;",
    "implement m;",
    "import",
    "import :p;",
    "export",
    "extern",
    "as",
    "class",
    "type",
    "opaque",
    "inline",
    "size_of(",
    "Integer",
    "*[]Byte",
    "[Integer; 3]",
    "*?",
    "std.io",
    "io::",
    "panic(\"\");",
    "Byte(300)",
    "9223372036854775808",
    "x",
    "main",
    "P { x: 1 }",
    "!==",
    "\n"
  };

  private final List<byte[]> seeds;
  private final Random random;

  /** A source of texts made from others; the same seed gives the same texts. */
  public TextMutator(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  /** The next text, which need not be UTF-8. */
  public byte[] next() {
    if (random.nextInt(50) == 0) {
      return noise();
    }
    byte[] text = seeds.get(random.nextInt(seeds.size()));
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      text = changed(text);
    }
    return text;
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(400)];
    random.nextBytes(noise);
    if (random.nextBoolean()) {
      for (int i = 0; i < noise.length; i++) {
        noise[i] &= 0x7F;
      }
    }
    return noise;
  }

  private byte[] changed(byte[] text) {
    int at = random.nextInt(text.length + 1);
    int other = random.nextInt(text.length + 1);
    int near = Math.min(text.length, at + random.nextInt(12));
    int from = Math.min(at, other);
    int to = Math.max(at, other);
    return switch (random.nextInt(9)) {
      case 0 -> replaced(text, at, near, new byte[0]);
      case 1, 2 -> replaced(text, at, at, piece());
      case 3 -> replaced(text, at, near, piece());
      case 4 -> replaced(text, at, at, new byte[] {(byte) random.nextInt(256)});
      case 5 -> replaced(text, at, at, Arrays.copyOfRange(text, from, Math.min(to, from + 80)));
      case 6 -> Arrays.copyOf(text, at);
      case 7 -> replaced(text, from, Math.min(to, from + 80), new byte[0]);
      default -> spliced(text, at);
    };
  }

  private byte[] piece() {
    String piece = PIECES[random.nextInt(PIECES.length)];
    String spaced = random.nextBoolean() ? piece : " " + piece + " ";
    return spaced.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] spliced(byte[] text, int at) {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int from = random.nextInt(other.length + 1);
    int to = Math.min(other.length, from + random.nextInt(200));
    return replaced(text, at, at, Arrays.copyOfRange(other, from, to));
  }

  private static byte[] replaced(byte[] text, int from, int to, byte[] by) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream(text.length + by.length);
    changed.write(text, 0, from);
    changed.writeBytes(by);
    changed.write(text, to, text.length - to);
    return changed.toByteArray();
  }
}
