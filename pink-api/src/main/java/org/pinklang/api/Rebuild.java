package org.pinklang.api;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.plan.Cause;

/**
 * A unit that was checked again, and why. Immutable.
 *
 * @param unit its logical name
 * @param file the path or name of its text, as it was given or found
 * @param compiled whether code was generated for it
 * @param causes at least one
 */
public record Rebuild(String unit, String file, boolean compiled, List<Reason> causes) {

  /** Copies the list. */
  public Rebuild {
    causes = List.copyOf(causes);
  }

  /**
   * One cause.
   *
   * @param what happened, in words: {@code the signature of `m::f` changed}
   * @param before how it was; empty where nothing is to be said
   * @param after how it is
   * @param line of the place in the unit that makes it matter, from 1; 0 where there is none
   * @param column of that place, from 1, in Unicode scalar values; 0 where there is none
   */
  public record Reason(
      String what, Optional<String> before, Optional<String> after, int line, int column) {

    private static Reason of(String what) {
      return new Reason(what, Optional.empty(), Optional.empty(), 0, 0);
    }
  }

  static Rebuild of(org.pinklang.modules.plan.Rebuild rebuild, BuildResult built) {
    SourceText text = built.texts().get(rebuild.unit());
    return new Rebuild(
        rebuild.unit(),
        built.origins().getOrDefault(rebuild.unit(), rebuild.unit()),
        rebuild.compiled(),
        rebuild.causes().stream().map(cause -> reason(cause, Optional.ofNullable(text))).toList());
  }

  private static Reason reason(Cause cause, Optional<SourceText> text) {
    return switch (cause) {
      case Cause.NeverBuilt never -> Reason.of("it was not built before with these options");
      case Cause.HasErrors errors -> Reason.of("it has errors");
      case Cause.Lost lost -> Reason.of("what was made of it is no longer in the store");
      case Cause.Reformatted reformatted -> Reason.of("its text is laid out in another way");
      case Cause.Reordered reordered -> Reason.of("its declarations are in another order");
      case Cause.OwnText own -> own(own);
      case Cause.Moved moved -> moved(moved);
      case Cause.Read read -> read(read, text);
    };
  }

  private static Reason own(Cause.OwnText own) {
    String name = own.name().isEmpty() ? "its head" : "its `" + own.name() + "`";
    return Reason.of(
        switch (own.change()) {
          case CHANGED -> name + " changed";
          case ADDED -> name + " is new";
          case REMOVED -> name + " is gone";
        });
  }

  private static Reason moved(Cause.Moved moved) {
    return new Reason(
        "a place that its code holds, for panics or debuggers, moved",
        Optional.of(place(moved.before())),
        Optional.of(place(moved.after())),
        moved.after().line(),
        moved.after().column());
  }

  private static String place(LinePosition position) {
    return position.line() + ":" + position.column();
  }

  private static Reason read(Cause.Read read, Optional<SourceText> text) {
    Span place = read.place();
    Optional<LinePosition> position = text.map(known -> known.position(place.start()));
    return new Reason(
        what(read.read()) + " changed",
        Optional.of(read.before()),
        Optional.of(read.after()),
        position.map(LinePosition::line).orElse(0),
        position.map(LinePosition::column).orElse(0));
  }

  private static String what(UnitRead read) {
    return switch (read) {
      case UnitRead.Answer answer -> "what `" + answer.unit().display() + "` is";
      case UnitRead.Shape shape -> "the units of `" + shape.module() + "`";
      case UnitRead.Shared shared ->
          "what `" + shared.name() + "` is in the units of `" + shared.module() + "`";
      case UnitRead.Export export -> "what `" + export.module() + "::" + export.name() + "` is";
      case UnitRead.Definer definer ->
          "what `" + definer.module() + ":" + definer.partition() + "` defines";
      case UnitRead.Body body -> "the body of `" + body.symbol().display() + "` for inlining";
      case UnitRead.Fact fact ->
          switch (fact.kind()) {
                case SIGNATURE -> "the signature of `";
                case LAYOUT -> "the layout of `";
                case VALUE -> "the value of `";
              }
              + fact.symbol().display()
              + "`";
    };
  }

  /** As {@link #toText(UnaryOperator)}, with the file's path as it is. */
  public String toText() {
    return toText(UnaryOperator.identity());
  }

  /**
   * A line for the unit, and below it each cause, with its place and with what was and what is.
   *
   * @param shown the path of a file as it is to be shown
   */
  public String toText(UnaryOperator<String> shown) {
    String path = shown.apply(file);
    String done = path + (compiled ? ": compiled" : ": checked");
    if (causes.size() == 1 && causes.getFirst().line() == 0) {
      return done + ": " + causes.getFirst().what();
    }
    StringJoiner lines = new StringJoiner("\n");
    lines.add(done);
    for (Reason cause : causes) {
      String place =
          cause.line() == 0 ? "" : path + ":" + cause.line() + ":" + cause.column() + ": ";
      lines.add("  " + place + cause.what());
      cause.before().ifPresent(before -> lines.add("    before: " + before));
      cause.after().ifPresent(after -> lines.add("    now:    " + after));
    }
    return lines.toString();
  }
}
