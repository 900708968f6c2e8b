package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.link.load.LoadedCode;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.build.Phase;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.graph.ModuleGraph;
import org.pinklang.modules.graph.NinjaDyndep;
import org.pinklang.modules.graph.P1689;
import org.pinklang.modules.history.ResultCache;
import org.pinklang.modules.history.UnitSummary;

/**
 * What a run gave. Immutable but for the counter of linker runs; safe for any number of threads,
 * and independent of the engine, which may be closed.
 */
public final class CompilationResult {
  private final Settings settings;
  private final BuildResult built;
  private final Engine engine;
  private final Optional<ResultCache> results;
  private final EventLog events;
  private final RunFiles files;
  private final FinishedLinks finishedLinks;
  private final List<Diagnostic> diagnostics;
  private final AtomicLong linked = new AtomicLong();
  private final AtomicLong linkNanos = new AtomicLong();

  CompilationResult(
      Settings settings,
      BuildResult built,
      Engine engine,
      Optional<ResultCache> results,
      EventLog events,
      RunFiles files) {
    this(settings, built, engine, results, events, files, new FinishedLinks());
  }

  private CompilationResult(
      Settings settings,
      BuildResult built,
      Engine engine,
      Optional<ResultCache> results,
      EventLog events,
      RunFiles files,
      FinishedLinks finishedLinks) {
    this.files = files;
    this.finishedLinks = finishedLinks;
    this.settings = settings;
    this.built = built;
    this.engine = engine;
    this.results = results;
    this.events = events;
    this.diagnostics =
        built.diagnostics().stream().map(diagnostic -> new Diagnostic(diagnostic, built)).toList();
  }

  /**
   * The result of a run that found nothing changed since this one.
   *
   * @param bytesRead what had to be read to find that
   */
  CompilationResult unchanged(long bytesRead) {
    EventLog none = new EventLog(settings.listener());
    return new CompilationResult(
        settings, built.again(bytesRead), engine, results, none, RunFiles.unknown(), finishedLinks);
  }

  /** What the build gave, for questions about it. */
  BuildResult built() {
    return built;
  }

  /** Whether the program has no error. */
  public boolean succeeded() {
    return built.succeeded();
  }

  /**
   * This result.
   *
   * @throws CompilationException if the program has errors
   */
  public CompilationResult orThrow() {
    if (!succeeded()) {
      throw new CompilationException(diagnostics);
    }
    return this;
  }

  /** All that was found, ordered by logical name, position and code. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The manifests of the user's units that were made from source, ordered by logical name. */
  public List<Manifest> manifests() {
    return userUnits().map(unit -> new Manifest(unit.manifest(), unit.bodies())).toList();
  }

  /**
   * The manifest of an importable unit that the run looked at, {@code m} or {@code m:p}: made from
   * source, read from a file, or that of a standard module.
   */
  public Optional<Manifest> manifest(String name) {
    Arguments.present(name, "name");
    int colon = name.indexOf(':');
    UnitName unit =
        colon < 0
            ? UnitName.primary(name)
            : new UnitName(name.substring(0, colon), name.substring(colon + 1));
    return Optional.ofNullable(built.manifests().get(unit))
        .filter(found -> found.manifest().name().display().equals(name))
        .map(Manifest::of);
  }

  /**
   * The objects of the user's units, ordered by logical name; those of units without errors. Those
   * of the standard modules that the program needs are in {@link #standardObjects}.
   */
  public List<ObjectFile> objects() {
    return objects(userUnits());
  }

  /** The objects of the standard modules the program needs, ordered by logical name. */
  public List<ObjectFile> standardObjects() {
    return objects(built.units().stream().filter(BuiltUnit::standard));
  }

  /** The object of a unit by its name, as {@link ObjectFile#name} says. */
  public Optional<ObjectFile> object(String name) {
    Arguments.present(name, "name");
    return objects(built.units().stream().filter(unit -> UnitFiles.unitName(unit).equals(name)))
        .stream()
        .findFirst();
  }

  /** The name of the program unit that defines {@code main}, if there is one without errors. */
  public Optional<String> program() {
    return built.units().stream()
        .filter(unit -> unit.summary().filter(UnitSummary::hasMain).isPresent())
        .findFirst()
        .map(UnitFiles::unitName);
  }

  /**
   * What was made of each unit among the sources, ordered by logical name: of each without errors
   * its manifest, or what was compiled.
   */
  public List<UnitOutput> outputs() {
    return built.units().stream()
        .filter(BuiltUnit::input)
        .flatMap(
            unit ->
                bytes(unit).stream()
                    .map(
                        bytes ->
                            new UnitOutput(UnitFiles.unitName(unit), settings.output(), bytes)))
        .toList();
  }

  private Optional<byte[]> bytes(BuiltUnit unit) {
    return switch (settings.output()) {
      case OWN_MANIFESTS, CHECKED_MANIFESTS, MANIFESTS -> manifestBytes(unit);
      default -> unit.compiled();
    };
  }

  private Optional<byte[]> manifestBytes(BuiltUnit unit) {
    if (unit.diagnostics().stream().anyMatch(one -> one.isError())) {
      return Optional.empty();
    }
    return Optional.of(
        settings.embedSource()
            ? ManifestCodec.encode(unit.manifest(), unit.text(), unit.bodies())
            : ManifestCodec.encode(unit.manifest(), unit.bodies()));
  }

  private List<ObjectFile> objects(Stream<BuiltUnit> units) {
    if (settings.output() != Output.OBJECTS && settings.output() != Output.OWN_OBJECTS) {
      return List.of();
    }
    return units
        .flatMap(
            unit ->
                unit.compiled().stream()
                    .map(
                        bytes ->
                            new ObjectFile(UnitFiles.unitName(unit), settings.target(), bytes)))
        .toList();
  }

  private Stream<BuiltUnit> userUnits() {
    return built.units().stream().filter(unit -> !unit.standard());
  }

  /**
   * Every unit with its imports, standard modules included, and what is missing. With {@link
   * Output#HEADS} only the sources.
   */
  public ModuleGraph graph() {
    return built.graph();
  }

  /** What the sources provide and require, as build systems read it: JSON of the paper P1689. */
  public String p1689() {
    return P1689.write(
        built.graph().units().stream().filter(GraphUnit::input).toList(), UnitFiles::objectName);
  }

  /**
   * What compiling the sources makes and needs, as ninja's {@code dyndep} files say it; the imports
   * must have been followed.
   */
  public String dyndep() {
    return NinjaDyndep.write(built.graph(), UnitFiles::fileName);
  }

  /** What was done, linking since then included. */
  public Counters counters() {
    return CountersView.of(built.counters(), linked.get(), linkNanos.get(), events.timeInLlvm());
  }

  /**
   * The user's units that were checked though the run had a {@link Store}, ordered by name, and
   * why; empty without a store.
   */
  public List<Rebuild> rebuilds() {
    Set<String> users =
        userUnits().map(BuiltUnit::logicalName).collect(Collectors.toUnmodifiableSet());
    return built.rebuilds().stream()
        .filter(rebuild -> users.contains(rebuild.unit()))
        .map(rebuild -> Rebuild.of(rebuild, built))
        .toList();
  }

  /** Why a unit was checked again, by its logical name; empty where it was not. */
  public Optional<Rebuild> why(String unit) {
    Arguments.present(unit, "unit");
    return rebuilds().stream().filter(rebuild -> rebuild.unit().equals(unit)).findFirst();
  }

  /**
   * The files that were wanted, there or not, by absolute paths: the result may be another where
   * one of them changes. Texts in memory and overlays count as if they were read.
   */
  public Set<Path> filesRead() {
    return built.read().files();
  }

  /** The folders whose entries were listed, there or not, by absolute paths. */
  public Set<Path> foldersRead() {
    return built.read().folders();
  }

  /**
   * The run in Chrome's trace-event format, as JSON, linking since then included: the phases of
   * each unit on the threads that worked on them, when threads and units waited, what was looked up
   * and kept of earlier results, and the counters.
   */
  public String trace() {
    return events.trace(counters());
  }

  /**
   * Links. With a {@link Store}, nothing is done where the file is what an earlier link of the same
   * objects gave.
   *
   * @return the file
   * @throws IOException if the file cannot be written
   * @throws LinkException if the objects do not go together, for example for want of {@code main}
   * @throws CompilationException if the program has errors
   */
  public Path link(Link link) throws IOException {
    Path file = Arguments.present(link, "link").file();
    requireObjects();
    if (results.isEmpty() || !(link instanceof Link.Executable)) {
      linkNow(link);
      return file;
    }
    FinishedLinks.Moment now =
        FinishedLinks.Moment.of(
            link, engine.toolchain().linker().systemFiles(settings.target().triple()));
    if (!finishedLinks.isDone(now) && !linkNow(link)) {
      finishedLinks.done(now);
    }
    return file;
  }

  /** Links where that is needed; says whether the linker has run. */
  private boolean linkNow(Link link) throws IOException {
    long start = System.nanoTime();
    AtomicBoolean ran = new AtomicBoolean();
    files.use(engine.toolchain().linker().systemPlaces(settings.target().triple()));
    files.wrote(
        linking()
            .link(
                link,
                () -> {
                  ran.set(true);
                  long end = System.nanoTime();
                  linked.incrementAndGet();
                  linkNanos.addAndGet(end - start);
                  events.ended(Phase.LINK, link.file().toString(), start, end);
                }));
    results.ifPresent(known -> engine.flushLater(known.store()));
    events.report();
    return ran.get();
  }

  /**
   * Keeps in the {@link Store} of the run that a task is done, for {@link Compilation#upToDate} of
   * later processes. What {@link #link} has written is part of that. Nothing is kept where the
   * program has errors, or where later processes could not tell whether it is done: where something
   * else than files of the default file system was read, or answered by a resolver.
   *
   * @param task what is made of the result, with all that decides it beside the compilation
   * @param written the files that the caller has written beside that, and what they hold
   */
  public void markUpToDate(String task, Map<Path, byte[]> written) {
    mark(TaskRecords.question(settings, Arguments.present(task, "task")), "", written);
  }

  /**
   * As {@link #markUpToDate}, for {@link UpToDateTask#find} of later processes, which need not make
   * a compilation to ask.
   *
   * @param question all that decides what was made, of the compilation, too, but the contents of
   *     files and the working folder of the process, which is taken to be part of it
   * @param note what those who find it are told beside
   */
  public void markAnswered(String question, String note, Map<Path, byte[]> written) {
    mark(
        TaskRecords.question(Arguments.present(question, "question")),
        Arguments.present(note, "note"),
        written);
  }

  private void mark(ContentHash question, String note, Map<Path, byte[]> written) {
    Arguments.present(written, "written");
    if (!succeeded() || !TaskRecords.areDecisive(settings)) {
      return;
    }
    Map<Path, ContentHash> hashes = new HashMap<>();
    written.forEach((file, bytes) -> hashes.put(file, ContentHash.of(bytes)));
    files.wrote(hashes);
    new TaskRecords(settings.store()).keep(question, note, built, files);
    results.ifPresent(known -> engine.flushLater(known.store()));
  }

  /**
   * The program and all it imports from sources as one LLVM module, made from checked units again
   * rather than from objects; what comes as objects is not in it. Only {@code main} and what such
   * objects need can be used from outside; where there is no {@code main}, what the user's modules
   * export.
   *
   * @throws CompilationException if the program has errors
   * @throws IllegalStateException if the output was not {@link Output#OBJECTS}
   */
  public LinkedModule linkedModule() {
    requireObjects();
    Set<String> used = new OutsideObjects(built, settings.target().triple()).used();
    return wholeProgram().module(program().isEmpty(), used);
  }

  private WholeProgram wholeProgram() {
    return new WholeProgram(built, settings, engine);
  }

  /**
   * The header for C and C++ of what the user's modules export, as {@link #link} writes it beside
   * libraries: functions, variables and constants by names like {@code math_vector_dot}, and their
   * types.
   *
   * @throws CompilationException if the program has errors
   */
  public String cHeader() {
    orThrow();
    return CHeaders.of(built, settings.target());
  }

  /**
   * Loads the program into this process. It need not have a {@code main}.
   *
   * @return what the caller closes
   * @throws LinkException if the objects do not go together or are for another machine
   * @throws CompilationException if the program has errors
   */
  public LoadedProgram load() {
    Linking linking = linking();
    return loaded(linking, linking.load());
  }

  /** Loads the program on top of what is loaded. */
  LoadedProgram loadOnTopOf(LoadedCode base) {
    Linking linking = linking();
    return loaded(linking, linking.loadOnTopOf(base));
  }

  private LoadedProgram loaded(Linking linking, LoadedCode code) {
    return new LoadedProgram(
        code, new LoadableFunctions(built, settings.target().description()), linking.missingMain());
  }

  /** What links and loads the result, which must have succeeded. */
  Linking linking() {
    requireObjects();
    return new Linking(built, settings.target(), engine.toolchain(), results, wholeProgram());
  }

  private void requireObjects() {
    orThrow();
    if (settings.output() != Output.OBJECTS) {
      throw new IllegalStateException(
          "only objects are linked and loaded; the output was " + settings.output());
    }
  }
}
