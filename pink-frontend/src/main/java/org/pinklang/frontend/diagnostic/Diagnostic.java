package org.pinklang.frontend.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pinklang.frontend.source.Span;

/**
 * One finding about the user's program: a value, never thrown. Ordered by file, place, code and
 * message, then by everything else, so that output does not depend on the order of work.
 *
 * @param code what kind of finding
 * @param arguments what fills the code's template
 * @param primary where it is
 * @param secondary other places that explain it
 * @param notes further sentences
 * @param edits replacements that would mend it
 */
public record Diagnostic(
    DiagnosticCode code,
    List<String> arguments,
    Label primary,
    List<Label> secondary,
    List<String> notes,
    List<SuggestedEdit> edits)
    implements Comparable<Diagnostic> {

  private static final Comparator<Label> LABELS =
      Comparator.comparing(Label::file).thenComparing(Label::span).thenComparing(Label::text);

  private static final Comparator<SuggestedEdit> EDITS =
      Comparator.comparing(SuggestedEdit::file)
          .thenComparing(SuggestedEdit::span)
          .thenComparing(SuggestedEdit::replacement)
          .thenComparing(SuggestedEdit::description);

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.primary().file())
          .thenComparing(d -> d.primary().span())
          .thenComparing(d -> d.code().id())
          .thenComparing(Diagnostic::message)
          .thenComparing(Diagnostic::arguments, lists(Comparator.<String>naturalOrder()))
          .thenComparing(Diagnostic::primary, LABELS)
          .thenComparing(Diagnostic::secondary, lists(LABELS))
          .thenComparing(Diagnostic::notes, lists(Comparator.<String>naturalOrder()))
          .thenComparing(Diagnostic::edits, lists(EDITS));

  /** Orders lists by their first elements that differ; one that another begins with is first. */
  private static <T> Comparator<List<T>> lists(Comparator<T> elements) {
    return (left, right) -> {
      for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
        int order = elements.compare(left.get(i), right.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(left.size(), right.size());
    };
  }

  /** Copies the lists. */
  public Diagnostic {
    arguments = List.copyOf(arguments);
    secondary = List.copyOf(secondary);
    notes = List.copyOf(notes);
    edits = List.copyOf(edits);
  }

  /** Starts a diagnostic at a place. */
  public static Builder of(DiagnosticCode code, String file, Span span, String... arguments) {
    return new Builder(code, file, span, List.of(arguments));
  }

  /** The severity of the code. */
  public Severity severity() {
    return code.severity();
  }

  /** Whether this keeps its unit from having a result. */
  public boolean isError() {
    return severity() == Severity.ERROR;
  }

  /** The code's template with the arguments filled in. */
  public String message() {
    String template = code.template();
    StringBuilder message = new StringBuilder(template.length() + 16);
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i);
      if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
        message.append(arguments.get(template.charAt(i + 1) - '0'));
        i += 3;
      } else {
        message.append(c);
        i++;
      }
    }
    return message.toString();
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /** Collects the parts of one diagnostic; for one thread. */
  public static final class Builder {
    private final DiagnosticCode code;
    private final String file;
    private final Span span;
    private final List<String> arguments;
    private final List<Label> secondary = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<SuggestedEdit> edits = new ArrayList<>();
    private String label = "";

    private Builder(DiagnosticCode code, String file, Span span, List<String> arguments) {
      this.code = code;
      this.file = file;
      this.span = span;
      this.arguments = arguments;
    }

    /** What stands beside the primary place. */
    public Builder label(String text) {
      this.label = text;
      return this;
    }

    /** Points at another place of the same file. */
    public Builder secondary(Span place, String text) {
      return secondary(file, place, text);
    }

    /** Points at a place of any file. */
    public Builder secondary(String otherFile, Span place, String text) {
      secondary.add(new Label(otherFile, place, text));
      return this;
    }

    /** Adds a sentence. */
    public Builder note(String text) {
      notes.add(text);
      return this;
    }

    /** Suggests an edit of the same file. */
    public Builder edit(Span place, String replacement, String description) {
      return edit(file, place, replacement, description);
    }

    /** Suggests an edit of any file. */
    public Builder edit(String editedFile, Span place, String replacement, String description) {
      edits.add(new SuggestedEdit(editedFile, place, replacement, description));
      return this;
    }

    /** The diagnostic. */
    public Diagnostic build() {
      return new Diagnostic(code, arguments, new Label(file, span, label), secondary, notes, edits);
    }
  }
}
