package org.pinklang.frontend.diagnostic;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.SourceText;

/**
 * Renders diagnostics as text for people: a line with place, severity, code and message, the line
 * of the source with the place underlined, then the other places, notes and suggested edits. Lines
 * end with a line feed.
 */
public final class TextRenderer {
  private final SourceNames names;
  private final TextStyle style;

  /** Renders diagnostics about the texts that {@code names} knows. */
  public TextRenderer(SourceNames names, TextStyle style) {
    this.names = names;
    this.style = style;
  }

  /** The diagnostic as several lines. */
  public String render(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(heading(diagnostic)).append('\n');
    Label primary = diagnostic.primary();
    Severity severity = diagnostic.severity();
    appendExcerpt(text, primary, '^', severity);
    for (Label other : diagnostic.secondary()) {
      text.append(style.bold(names.place(other.file(), other.span().start()) + ":")).append('\n');
      appendExcerpt(text, other, '-', null);
    }
    for (String note : diagnostic.notes()) {
      text.append("  ").append(style.bold("note:")).append(' ').append(note).append('\n');
    }
    for (SuggestedEdit edit : diagnostic.edits()) {
      text.append("  ").append(style.bold("help:")).append(' ').append(help(edit)).append('\n');
    }
    return text.toString();
  }

  private String heading(Diagnostic diagnostic) {
    Label primary = diagnostic.primary();
    Severity severity = diagnostic.severity();
    String kind = severity.name().toLowerCase(Locale.ROOT) + "[" + diagnostic.code().id() + "]:";
    return style.bold(names.place(primary.file(), primary.span().start()) + ":")
        + " "
        + style.severe(severity, kind)
        + " "
        + style.bold(diagnostic.message());
  }

  private void appendExcerpt(
      StringBuilder text, Label label, char underline, @Nullable Severity severity) {
    SourceText source = names.text(label.file());
    if (source == null || source.length() == 0) {
      if (!label.text().isEmpty()) {
        text.append("  ").append(label.text()).append('\n');
      }
      return;
    }
    Excerpt excerpt = Excerpt.of(source, label.span(), style.width());
    String number = String.valueOf(excerpt.line());
    String marks = String.valueOf(underline).repeat(excerpt.length());
    String said = label.text().isEmpty() ? marks : marks + " " + label.text();
    text.append(style.faint("  " + number + " | ")).append(excerpt.text()).append('\n');
    text.append(style.faint("  " + " ".repeat(number.length()) + " | "))
        .append(" ".repeat(excerpt.indent()))
        .append(severity == null ? style.secondary(said) : style.severe(severity, said))
        .append('\n');
  }

  private String help(SuggestedEdit edit) {
    String place = names.place(edit.file(), edit.span().start());
    if (edit.replacement().isEmpty()) {
      return edit.description() + " (remove the text at " + place + ")";
    }
    return edit.description() + ": `" + edit.replacement() + "` at " + place;
  }
}
