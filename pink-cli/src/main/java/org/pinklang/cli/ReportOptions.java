package org.pinklang.cli;

import java.util.List;
import org.pinklang.api.Diagnostic;
import org.pinklang.frontend.diagnostic.TextStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options that say how what is found is shown. */
@Command(addMethodSubcommands = false)
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

  private static final String SEPARATOR = " ";

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

  /** What decides how diagnostics are shown, for {@link #ofNote}. */
  String note() {
    return String.join(SEPARATOR, format.name(), colour.name(), String.valueOf(quiet));
  }

  /** The options that a note is of, as far as diagnostics are concerned. */
  static ReportOptions ofNote(String note) {
    List<String> words = List.of(note.split(SEPARATOR));
    ReportOptions options = new ReportOptions();
    options.format = Format.valueOf(words.get(0));
    options.colour = Colour.valueOf(words.get(1));
    options.quiet = Boolean.parseBoolean(words.get(2));
    return options;
  }

  /** Shows diagnostics on standard error. */
  void show(List<Diagnostic> diagnostics, Console console) {
    TextStyle style = new TextStyle(colour(console), console.width());
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError() || !quiet) {
        text.append(
            json()
                ? diagnostic.toJson(console::shown) + "\n"
                : diagnostic.toText(console::shown, style));
      }
    }
    console.err().print(text);
    console.err().flush();
  }

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
