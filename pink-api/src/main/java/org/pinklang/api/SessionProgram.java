package org.pinklang.api;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.diagnostic.SourceNames;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.codec.DamagedManifestException;
import org.pinklang.modules.source.StandardRoot;

/**
 * The program of a session at one moment: the result of the last run, and texts that may be newer.
 * Nothing visible changes; what was found out about a text is kept for further questions. Safe for
 * any number of threads.
 */
final class SessionProgram {
  private final Settings settings;
  private final @Nullable CompilationResult result;
  private final SessionTexts texts;
  private final SessionTexts ranWith;
  private final UnitIndex units;
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  /** What was asked about a text. */
  private record Asked(SourceText text, UnitQueries queries) {}

  /**
   * A program about which nothing was asked.
   *
   * @param result null where there was no run
   */
  SessionProgram(Settings settings, @Nullable CompilationResult result, SessionTexts texts) {
    this(settings, result, texts, texts);
  }

  private SessionProgram(
      Settings settings,
      @Nullable CompilationResult result,
      SessionTexts texts,
      SessionTexts ranWith) {
    this.settings = settings;
    this.result = result;
    this.texts = texts;
    this.ranWith = ranWith;
    this.units = new UnitIndex(result == null ? List.of() : result.built().units());
  }

  private SessionProgram(SessionProgram other, SessionTexts texts) {
    this.settings = other.settings;
    this.result = other.result;
    this.texts = texts;
    this.ranWith = other.ranWith;
    this.units = other.units;
    this.asked.putAll(other.asked);
  }

  /** The same program with other texts. */
  SessionProgram with(SessionTexts others) {
    return new SessionProgram(this, others);
  }

  /**
   * The program of another run.
   *
   * @param seen the texts that the run has seen
   */
  SessionProgram after(CompilationResult other, SessionTexts seen) {
    return new SessionProgram(settings, other, texts, seen);
  }

  /** Whether the texts are those that the last run has seen. */
  boolean isOfLastRun() {
    return texts == ranWith;
  }

  SessionTexts texts() {
    return texts;
  }

  @Nullable CompilationResult result() {
    return result;
  }

  Optional<SessionUnit> unit(String name) {
    return Optional.ofNullable(units.find(name)).flatMap(this::unit);
  }

  Optional<SessionUnit> unit(Path file) {
    return Optional.ofNullable(units.find(file)).flatMap(this::unit);
  }

  private Optional<SessionUnit> unit(BuiltUnit unit) {
    CompilationResult run = result;
    return run == null
        ? Optional.empty()
        : texts.of(unit).map(text -> new SessionUnit(this, run, unit, text));
  }

  /** Questions about the text of a unit. */
  UnitQueries queries(CompilationResult run, SourceText text) {
    Asked known = asked.get(text.logicalName());
    if (known != null && known.text().hash().equals(text.hash())) {
      return known.queries();
    }
    UnitQueries queries = UnitQueries.of(text, run.built(), model());
    asked.put(text.logicalName(), new Asked(text, queries));
    return queries;
  }

  private DataModel model() {
    return settings.target().description().dataModel();
  }

  /** What is wrong with a text that no run has seen, against what the last run knew of others. */
  List<Diagnostic> check(BuildResult built, SourceText text) {
    BuildFacts facts = new BuildFacts(built.answers(), model());
    Map<String, SourceText> texts = new HashMap<>(built.texts());
    texts.put(text.logicalName(), text);
    SourceNames names = new SourceNames(texts, built.lines(), UnaryOperator.identity());
    return found(text, facts).stream()
        .map(diagnostic -> new Diagnostic(diagnostic, names, built.origins()))
        .toList();
  }

  /** Nothing where a stored manifest turns out to be damaged: the next run tells of that. */
  private static List<org.pinklang.frontend.diagnostic.Diagnostic> found(
      SourceText text, BuildFacts facts) {
    try {
      return DeepStack.call(() -> checkNow(text, facts));
    } catch (DamagedManifestException damage) {
      return List.of();
    }
  }

  private static List<org.pinklang.frontend.diagnostic.Diagnostic> checkNow(
      SourceText text, BuildFacts facts) {
    ParseResult parsed = Parser.parse(text);
    OutlineResult outline = Outliner.outline(text, parsed.tree());
    CheckResult checked =
        UnitChecker.check(text, parsed.tree(), outline, facts.with(outline.manifest()));
    return Stream.of(parsed.diagnostics(), outline.diagnostics(), checked.diagnostics())
        .flatMap(List::stream)
        .sorted()
        .distinct()
        .toList();
  }

  /** Where the texts of all units name a symbol, ordered by logical name and place. */
  List<Reference> references(CompilationResult run, Symbol symbol) {
    return units.all().stream()
        .filter(unit -> !unit.standard() && mayName(unit, symbol))
        .sorted(Comparator.comparing(BuiltUnit::logicalName))
        .flatMap(unit -> texts.of(unit).stream())
        .filter(text -> mentions(text, symbol.name()))
        .flatMap(text -> queries(run, text).references(symbol).stream())
        .toList();
  }

  /** Spares checking the many units that do not even hold the word. */
  private static boolean mentions(SourceText text, String name) {
    String lastSegment = name.substring(name.lastIndexOf('.') + 1);
    return text.text(0, text.length()).contains(lastSegment);
  }

  private static boolean mayName(BuiltUnit unit, Symbol symbol) {
    return !(symbol.referent() instanceof Referent.Local local)
        || local.unit().equals(unit.logicalName());
  }

  /** The modules that can be imported though nothing of the program does. */
  List<String> modules() {
    StandardRoot standard = new StandardRoot();
    return standard.modulesIn("std");
  }
}
