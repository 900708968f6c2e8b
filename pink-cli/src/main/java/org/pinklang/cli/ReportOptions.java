package org.pinklang.cli;

import picocli.CommandLine.Option;

/** Options that say how what is found is shown. */
final class ReportOptions {
  /** The forms of diagnostics. */
  enum Format {
    text,
    json
  }

  /** When colours are used. */
  enum Colour {
    auto,
    always,
    never
  }

  @Option(
      names = "--diagnostics",
      paramLabel = "FORM",
      description = "Show diagnostics as `text` (default) or `json`, one object a line.")
  private Format format = Format.text;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description =
          "Use colours `auto`matically (default: on a terminal, unless NO_COLOR is set), `always`"
              + " or `never`.")
  private Colour colour = Colour.auto;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say more: what is built, and where a bug of the compiler struck.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show errors only: no warnings, notes or progress.")
  private boolean quiet;

  boolean json() {
    return format == Format.json;
  }

  boolean colour(Console console) {
    return switch (colour) {
      case always -> true;
      case never -> false;
      case auto -> console.wantsColour();
    };
  }

  boolean verbose() {
    return verbose;
  }

  boolean quiet() {
    return quiet;
  }
}
