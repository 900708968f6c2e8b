package org.pinklang.frontend.diagnostic;

/** Colours parts of a rendering, or leaves them as they are. */
final class Paint {
  private static final String RESET = "\u001B[0m";
  private static final String BOLD = "\u001B[1m";
  private static final String BLUE = "\u001B[34m";
  private static final String GREEN = "\u001B[32m";
  private static final String BOLD_RED = "\u001B[1;31m";
  private static final String BOLD_YELLOW = "\u001B[1;33m";
  private static final String BOLD_CYAN = "\u001B[1;36m";

  private final boolean colors;

  Paint(boolean colors) {
    this.colors = colors;
  }

  String severity(Severity severity, String text) {
    return paint(
        switch (severity) {
          case ERROR -> BOLD_RED;
          case WARNING -> BOLD_YELLOW;
          case NOTE -> BOLD_CYAN;
        },
        text);
  }

  String strong(String text) {
    return paint(BOLD, text);
  }

  String margin(String text) {
    return paint(BLUE, text);
  }

  String change(String text) {
    return paint(GREEN, text);
  }

  private String paint(String color, String text) {
    return colors && !text.isBlank() ? color + text + RESET : text;
  }
}
