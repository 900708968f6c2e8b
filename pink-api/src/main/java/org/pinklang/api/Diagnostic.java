package org.pinklang.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pinklang.frontend.diagnostic.JsonRenderer;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.diagnostic.Severity;
import org.pinklang.frontend.diagnostic.SourceNames;
import org.pinklang.frontend.diagnostic.TextRenderer;
import org.pinklang.frontend.diagnostic.TextStyle;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.build.BuildResult;

/**
 * A finding about the user's program. Immutable; files are logical names, which are the same on
 * every machine, and {@link #origin} says where the text came from on this one.
 */
public final class Diagnostic {
  private final org.pinklang.frontend.diagnostic.Diagnostic value;
  private final SourceNames names;
  private final Map<String, String> origins;

  Diagnostic(org.pinklang.frontend.diagnostic.Diagnostic value, BuildResult built) {
    this(
        value,
        new SourceNames(built.texts(), built.lines(), UnaryOperator.identity()),
        built.origins());
  }

  /** A finding about texts that are known by other names on this machine. */
  Diagnostic(
      org.pinklang.frontend.diagnostic.Diagnostic value,
      SourceNames names,
      Map<String, String> origins) {
    this.value = value;
    this.names = names;
    this.origins = origins;
  }

  /** A finding about one text that is no unit of a build, such as that of a manifest. */
  Diagnostic(org.pinklang.frontend.diagnostic.Diagnostic value, SourceText text) {
    this(
        value,
        new SourceNames(Map.of(text.logicalName(), text), UnaryOperator.identity()),
        Map.of());
  }

  /** A finding about a whole file of which there is no text. */
  Diagnostic(org.pinklang.frontend.diagnostic.Diagnostic value) {
    this(value, new SourceNames(Map.of(), UnaryOperator.identity()), Map.of());
  }

  /**
   * A place that explains a finding.
   *
   * @param range the place
   * @param text what is to be said there; empty for nothing
   */
  public record Place(SourceRange range, String text) {}

  /**
   * A replacement that would mend the program.
   *
   * @param range what is replaced; empty to insert
   * @param replacement the new text
   * @param description what the edit does, as an imperative
   */
  public record Edit(SourceRange range, String replacement, String description) {}

  /** The stable code, for example {@code PK0101}. */
  public String code() {
    return value.code().id();
  }

  /** How serious it is. */
  public Severity severity() {
    return value.severity();
  }

  /** Whether the program has no result because of this. */
  public boolean isError() {
    return value.isError();
  }

  /** What is wrong, in one sentence. */
  public String message() {
    return value.message();
  }

  /** Where it is. */
  public SourceRange range() {
    return range(value.primary().file(), value.primary().span());
  }

  /** What stands beside the place; empty for nothing. */
  public String label() {
    return value.primary().text();
  }

  /** Where the text came from: the path as it was given, or the name of a text in memory. */
  public String origin() {
    return origins.getOrDefault(value.primary().file(), value.primary().file());
  }

  /** Other places that explain it. */
  public List<Place> places() {
    return value.secondary().stream().map(this::place).toList();
  }

  private Place place(Label label) {
    return new Place(range(label.file(), label.span()), label.text());
  }

  /** Further sentences. */
  public List<String> notes() {
    return value.notes();
  }

  /** Replacements that would mend the program. */
  public List<Edit> edits() {
    return value.edits().stream()
        .map(
            edit ->
                new Edit(range(edit.file(), edit.span()), edit.replacement(), edit.description()))
        .toList();
  }

  private SourceRange range(String file, Span span) {
    LinePosition start = names.position(file, span.start(), ColumnUnit.CODE_POINT);
    LinePosition end = names.position(file, span.end(), ColumnUnit.CODE_POINT);
    return new SourceRange(file, start.line(), start.column(), end.line(), end.column());
  }

  /** For people: several lines with an excerpt of the source, without colours. */
  public String toText() {
    return new TextRenderer(names, TextStyle.PLAIN).render(value);
  }

  /**
   * For people: several lines with an excerpt of the source.
   *
   * @param shown what to call a text; given its {@link #origin}
   */
  public String toText(UnaryOperator<String> shown, TextStyle style) {
    return new TextRenderer(names(shown), style).render(value);
  }

  /** For tools: a JSON object on one line. */
  public String toJson() {
    return new JsonRenderer(names).render(value);
  }

  /**
   * For tools: a JSON object on one line.
   *
   * @param shown what to call a text; given its {@link #origin}
   */
  public String toJson(UnaryOperator<String> shown) {
    return new JsonRenderer(names(shown)).render(value);
  }

  private SourceNames names(UnaryOperator<String> shown) {
    return new SourceNames(
        names.texts(), names.lines(), file -> shown.apply(origins.getOrDefault(file, file)));
  }

  /** {@code file:line:column: severity[code]: message}. */
  @Override
  public String toString() {
    return "%s: %s[%s]: %s"
        .formatted(range(), severity().name().toLowerCase(Locale.ROOT), code(), message());
  }
}
