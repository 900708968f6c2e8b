package org.pinklang.frontend.diagnostic;

/**
 * How text is rendered.
 *
 * @param colour whether terminal escapes are used
 * @param width columns a line of source may take; longer ones are cut around the place
 */
public record TextStyle(boolean colour, int width) {
  private static final int LEAST_WIDTH = 40;

  /** No colours and lines of 100 columns. */
  public static final TextStyle PLAIN = new TextStyle(false, 100);

  /** Widens what is too narrow to show anything. */
  public TextStyle {
    width = Math.max(width, LEAST_WIDTH);
  }

  String bold(String text) {
    return paint("1", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  /** In the colour of a severity. */
  String severe(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31", text);
      case WARNING -> paint("1;33", text);
      case NOTE -> paint("1;36", text);
    };
  }

  String secondary(String text) {
    return paint("34", text);
  }

  private String paint(String codes, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + codes + "m" + text + "\u001b[0m" : text;
  }
}
