package org.pinklang.frontend.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;

/**
 * Renders diagnostics as JSON, one object without a line end for each: code, severity, message,
 * file, line, column, endLine, endColumn, notes and edits. Lines and columns count from 1, columns
 * in Unicode scalar values. Other places come as notes that begin with their position.
 */
public final class JsonRenderer {
  private final SourceNames names;

  /** Renders diagnostics about the texts that {@code names} knows. */
  public JsonRenderer(SourceNames names) {
    this.names = names;
  }

  /** The diagnostic as an object. */
  public String render(Diagnostic diagnostic) {
    Label primary = diagnostic.primary();
    return "{\"code\":"
        + quote(diagnostic.code().id())
        + ",\"severity\":"
        + quote(diagnostic.severity().name().toLowerCase(Locale.ROOT))
        + ",\"message\":"
        + quote(diagnostic.message())
        + ","
        + range(primary.file(), primary.span())
        + ",\"notes\":"
        + array(notes(diagnostic).toList(), JsonRenderer::quote)
        + ",\"edits\":"
        + array(diagnostic.edits(), this::edit)
        + "}";
  }

  private Stream<String> notes(Diagnostic diagnostic) {
    Stream<String> label = Stream.of(diagnostic.primary().text()).filter(text -> !text.isEmpty());
    Stream<String> places =
        diagnostic.secondary().stream()
            .map(place -> names.place(place.file(), place.span().start()) + ": " + place.text());
    return Stream.concat(Stream.concat(label, places), diagnostic.notes().stream());
  }

  private String edit(SuggestedEdit edit) {
    return "{"
        + range(edit.file(), edit.span())
        + ",\"replacement\":"
        + quote(edit.replacement())
        + ",\"description\":"
        + quote(edit.description())
        + "}";
  }

  private String range(String file, Span span) {
    LinePosition start = names.position(file, span.start());
    LinePosition end = names.position(file, span.end());
    return "\"file\":"
        + quote(names.show(file))
        + ",\"line\":"
        + start.line()
        + ",\"column\":"
        + start.column()
        + ",\"endLine\":"
        + end.line()
        + ",\"endColumn\":"
        + end.column();
  }

  private static <T> String array(List<T> items, Function<T, String> render) {
    return items.stream().map(render).collect(Collectors.joining(",", "[", "]"));
  }

  /** A text as a JSON string, quotes included. */
  public static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || c == '\u007f') {
            json.append("\\u00").append(hexDigit(c >> 4)).append(hexDigit(c & 0xF));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  private static char hexDigit(int value) {
    return Character.forDigit(value, 16);
  }
}
