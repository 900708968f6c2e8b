package org.pinklang.frontend.manifest.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ManifestCode;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.parse.ManifestTree.Annotation;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;

/** Reads the arguments of annotations, and reports those that say nothing. For one text. */
final class Annotations {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PLACE =
      Pattern.compile(
          "\\s*(\\d{1,9})\\s*:\\s*(\\d{1,9})\\s*-\\s*(\\d{1,9})\\s*:\\s*(\\d{1,9})\\s*");

  private final String file;
  private final List<Diagnostic> found = new ArrayList<>();

  Annotations(String file) {
    this.file = file;
  }

  /** A stretch of the source, as its two ends. */
  record Stretch(LinePosition start, LinePosition end) {

    /** Whether it begins where a text can, and does not end before that. */
    boolean isOrdered() {
      boolean real = start.line() > 0 && start.column() > 0 && end.column() > 0;
      boolean sameLine = start.line() == end.line() && start.column() <= end.column();
      return real && (start.line() < end.line() || sameLine);
    }
  }

  /** All that was reported. */
  List<Diagnostic> found() {
    return found;
  }

  void report(DiagnosticCode code, Span span, String... arguments) {
    found.add(Diagnostic.of(code, file, span, arguments).build());
  }

  /** Reports every annotation that is none of those allowed in its place, or stands there twice. */
  void allow(List<Annotation> annotations, String... allowed) {
    Set<String> seen = new HashSet<>();
    for (Annotation annotation : annotations) {
      String name = annotation.name().text();
      if (!List.of(allowed).contains(name)) {
        report(ManifestCode.ANNOTATION, span(annotation), name);
      } else if (!seen.add(name)) {
        report(ManifestCode.ANNOTATION_ARGUMENT, span(annotation), name, "to be written only once");
      } else if (name.equals("undefined") && annotation.end() > annotation.name().end()) {
        report(ManifestCode.ANNOTATION_ARGUMENT, span(annotation), name, "no parentheses");
      }
    }
  }

  @Nullable UnitKind kind(List<Annotation> annotations) {
    return read(
        annotations,
        "kind",
        (annotation, argument) -> {
          UnitKind kind = KindNames.find(argument.strip());
          return kind == null ? refuse(annotation, "one of " + KindNames.all()) : kind;
        });
  }

  @Nullable ContentHash source(List<Annotation> annotations) {
    return read(
        annotations,
        "source",
        (annotation, argument) ->
            HASH.matcher(argument).matches()
                ? ContentHash.ofHex(argument)
                : refuse(annotation, "the 64 hexadecimal digits of a hash, in quotes"));
  }

  @Nullable String unit(List<Annotation> annotations) {
    return read(
        annotations,
        "unit",
        (annotation, argument) ->
            argument.isBlank() ? refuse(annotation, "the name of a unit, in quotes") : argument);
  }

  /**
   * The stretches of the source that {@code @at} gives; none where it is not there.
   *
   * @param most how many there may be
   */
  List<Stretch> places(List<Annotation> annotations, int most) {
    List<Stretch> places =
        read(
            annotations,
            "at",
            (annotation, argument) -> {
              List<Stretch> read = stretches(argument);
              return read.isEmpty() || read.size() > most
                  ? refuse(annotation, "lines and columns, as in `@at(3:1-5:2, 3:11-3:15)`")
                  : read;
            });
    return places == null ? List.of() : places;
  }

  /** The stretches that are written; none where one of them is no stretch of a text. */
  private static List<Stretch> stretches(String argument) {
    List<Stretch> stretches = new ArrayList<>();
    for (String part : argument.split(",", -1)) {
      Matcher matcher = PLACE.matcher(part);
      if (!matcher.matches()) {
        return List.of();
      }
      Stretch stretch = new Stretch(position(matcher, 1), position(matcher, 3));
      if (!stretch.isOrdered()) {
        return List.of();
      }
      stretches.add(stretch);
    }
    return stretches;
  }

  private static LinePosition position(Matcher matcher, int group) {
    return new LinePosition(
        Integer.parseInt(matcher.group(group)), Integer.parseInt(matcher.group(group + 1)));
  }

  private <T> @Nullable T read(
      List<Annotation> annotations,
      String name,
      BiFunction<Annotation, String, @Nullable T> reader) {
    T value = null;
    for (Annotation annotation : annotations) {
      if (annotation.name().text().equals(name)) {
        value = reader.apply(annotation, annotation.argument());
      }
    }
    return value;
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // null is a value of every type
  private <T> @Nullable T refuse(Annotation annotation, String wanted) {
    report(ManifestCode.ANNOTATION_ARGUMENT, span(annotation), annotation.name().text(), wanted);
    return null;
  }

  private static Span span(Annotation annotation) {
    return new Span(annotation.start(), annotation.end());
  }
}
