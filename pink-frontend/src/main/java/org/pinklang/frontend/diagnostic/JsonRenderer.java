package org.pinklang.frontend.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;

/**
 * Writes diagnostics for tools: one JSON object without a line end for each, with {@code code
 * severity message file line column endLine endColumn notes edits}. Lines and columns count from 1,
 * an end is the place after the last character; what is said about other places stands among the
 * notes. Any thread may use it.
 */
public final class JsonRenderer {
  private final SourceNames names;
  private final ColumnUnit columns;

  /** Renders diagnostics about the texts that {@code names} knows. */
  public JsonRenderer(SourceNames names, ColumnUnit columns) {
    this.names = names;
    this.columns = columns;
  }

  /** As the other, with columns in Unicode scalar values. */
  public JsonRenderer(SourceNames names) {
    this(names, ColumnUnit.CODE_POINT);
  }

  /** The diagnostic as an object; places in texts that are not at hand are 1. */
  public String render(Diagnostic diagnostic) {
    Label primary = diagnostic.primary();
    List<String> fields = new ArrayList<>();
    fields.add(field("code", diagnostic.code().id()));
    fields.add(field("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT)));
    fields.add(field("message", diagnostic.message()));
    fields.addAll(place(primary.file(), primary.span()));
    fields.add("\"notes\":" + array(notes(diagnostic)));
    fields.add("\"edits\":" + array(edits(diagnostic)));
    return object(fields);
  }

  private List<String> place(String file, Span span) {
    LinePosition start = names.position(file, span.start(), columns);
    LinePosition end = names.position(file, span.end(), columns);
    return List.of(
        field("file", names.show(file)),
        "\"line\":" + start.line(),
        "\"column\":" + start.column(),
        "\"endLine\":" + end.line(),
        "\"endColumn\":" + end.column());
  }

  private List<String> notes(Diagnostic diagnostic) {
    List<String> notes = new ArrayList<>();
    if (!diagnostic.primary().text().isEmpty()) {
      notes.add(quote(diagnostic.primary().text()));
    }
    for (Label label : diagnostic.secondary()) {
      LinePosition at = names.position(label.file(), label.span().start(), columns);
      String file = names.show(label.file());
      notes.add(quote(file + ":" + at.line() + ":" + at.column() + ": " + label.text()));
    }
    diagnostic.notes().forEach(note -> notes.add(quote(note)));
    return notes;
  }

  private List<String> edits(Diagnostic diagnostic) {
    List<String> edits = new ArrayList<>();
    for (SuggestedEdit edit : diagnostic.edits()) {
      List<String> fields = new ArrayList<>(place(edit.file(), edit.span()));
      fields.add(field("replacement", edit.replacement()));
      fields.add(field("description", edit.description()));
      edits.add(object(fields));
    }
    return edits;
  }

  private static String object(List<String> fields) {
    return fields.stream().collect(Collectors.joining(",", "{", "}"));
  }

  private static String array(List<String> elements) {
    return elements.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private static String field(String name, String value) {
    return quote(name) + ":" + quote(value);
  }

  /** A text as a JSON string, quotes included. */
  public static String quote(String value) {
    StringBuilder json = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            json.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
