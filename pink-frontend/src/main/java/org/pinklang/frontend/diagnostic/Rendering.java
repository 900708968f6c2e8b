package org.pinklang.frontend.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/** One diagnostic on its way to text. For one thread. */
final class Rendering {
  private final SourceNames names;
  private final TextStyle style;
  private final Diagnostic diagnostic;
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();
  private final Excerpt excerpt;

  Rendering(SourceNames names, TextStyle style, Diagnostic diagnostic) {
    this.names = names;
    this.style = style;
    this.diagnostic = diagnostic;
    this.paint = new Paint(style.colour());
    this.excerpt = new Excerpt(out, paint, style.width(), numberWidth());
  }

  String text() {
    head();
    excerpts();
    notes();
    edits();
    return out.toString();
  }

  private void head() {
    Severity severity = diagnostic.severity();
    String name = severity.name().toLowerCase(Locale.ROOT);
    out.append(paint.strong(place(diagnostic.primary().file(), diagnostic.primary().span()) + ":"))
        .append(' ')
        .append(paint.severity(severity, name + "[" + diagnostic.code().id() + "]:"))
        .append(' ')
        .append(paint.strong(diagnostic.message()))
        .append('\n');
  }

  private String place(String file, Span span) {
    return names.place(file, span.start(), style.columns());
  }

  /** Cells for the largest line number shown. */
  private int numberWidth() {
    int largest = lastLine(diagnostic.primary().file(), diagnostic.primary().span());
    for (Label label : diagnostic.secondary()) {
      largest = Math.max(largest, lastLine(label.file(), label.span()));
    }
    for (SuggestedEdit edit : diagnostic.edits()) {
      largest = Math.max(largest, lastLine(edit.file(), edit.span()));
    }
    return Math.max(3, String.valueOf(largest).length() + 1);
  }

  private int lastLine(String file, Span span) {
    SourceText text = names.text(file);
    return text == null ? 0 : text.line(Math.min(span.end(), text.length()));
  }

  private void excerpts() {
    String file = diagnostic.primary().file();
    List<Excerpt.Mark> marks = new ArrayList<>();
    marks.add(new Excerpt.Mark(diagnostic.primary(), '^', diagnostic.severity()));
    for (Label label : diagnostic.secondary()) {
      if (label.file().equals(file)) {
        marks.add(new Excerpt.Mark(label, '-', null));
      }
    }
    SourceText text = names.text(file);
    if (text != null) {
      excerpt.show(text, marks);
    }
    for (Label label : diagnostic.secondary()) {
      if (!label.file().equals(file)) {
        elsewhere(label);
      }
    }
  }

  private void elsewhere(Label label) {
    out.append("in ").append(place(label.file(), label.span())).append(":\n");
    SourceText text = names.text(label.file());
    if (text == null) {
      excerpt.remark(label.text());
    } else {
      excerpt.show(text, List.of(new Excerpt.Mark(label, '-', null)));
    }
  }

  private void notes() {
    for (String note : diagnostic.notes()) {
      excerpt.remark("note: " + note);
    }
  }

  private void edits() {
    Map<String, List<SuggestedEdit>> ways = new LinkedHashMap<>();
    for (SuggestedEdit edit : diagnostic.edits()) {
      ways.computeIfAbsent(edit.description(), way -> new ArrayList<>()).add(edit);
    }
    ways.forEach(
        (description, edits) -> {
          excerpt.remark("edit: " + description);
          new EditPreview(excerpt, names).show(edits);
        });
  }
}
