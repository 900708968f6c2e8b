package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.HeadScanner;
import org.pinklang.frontend.source.LineTable;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.graph.ModuleGraph;
import org.pinklang.modules.plan.Environments;
import org.pinklang.modules.plan.Rebuild;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.source.FilesRead;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.StandardRoot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a build. Reads from top to bottom: inputs, discovery, checking and compiling. */
public final class Build {
  private static final Logger log = LoggerFactory.getLogger(Build.class);

  private final BuildRequest request;
  private final StandardRoot standard;
  private FilesSeen filesSeen;
  private SourceFiles files;
  private final WorkGroup group;
  private final BuildObserver observer;
  private final Meter meter;
  private final Map<String, SourceText> texts = new HashMap<>();
  private final Map<String, LineTable> lines = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<UnitName, Resolution.Found> importable = new HashMap<>();
  private ManifestSet answers = new ManifestSet(Map.of(), Map.of());
  private List<FoundUnit> foundUnits = List.of();
  private List<ObjectBytes> objects = List.of();
  private List<Rebuild> rebuilds = List.of();
  private Optional<FilesRead> readBefore = Optional.empty();

  private Build(
      BuildRequest request, StandardRoot standard, WorkGroup group, BuildObserver observer) {
    this.request = request;
    this.standard = standard;
    this.group = group;
    this.observer = observer;
    this.meter = new Meter(observer);
    this.filesSeen =
        request
            .reuse()
            .filter(earlier -> earlier.scope() == Reuse.Scope.ALL_UNITS)
            .map(earlier -> earlier.results().nextFilesSeen())
            .orElseGet(FilesSeen::once);
    this.files = new SourceFiles(request.overlays(), group::checkpoint, filesSeen);
  }

  /**
   * Builds. The calling thread waits and does no work but listing folders and, where a session has
   * built the program before, looking for the texts that changed; it must not be one that the
   * request's executor needs.
   *
   * @param workers threads for what needs a large stack; of them at most as many are used at once
   *     as the request allows
   * @param standard the standard modules
   * @throws CancellationException if cancelled; no task of the build is left then
   * @throws java.io.UncheckedIOException if an input cannot be read
   */
  public static BuildResult run(
      BuildRequest request,
      StandardRoot standard,
      Workers workers,
      CancellationSignal cancellation,
      BuildObserver observer) {
    Lanes heavy = workers.lanes(threads(request.execution()));
    TaskQueue light =
        request.execution() instanceof Execution.On on ? new Trampoline(on.executor()) : heavy;
    try (WorkGroup group = new WorkGroup(light, heavy, workers, cancellation, observer)) {
      return new Build(request, standard, group, observer).run();
    }
  }

  private static int threads(Execution execution) {
    return switch (execution) {
      case Execution.SingleThreaded single -> 1;
      case Execution.Pool pool -> pool.threads();
      case Execution.On on -> Runtime.getRuntime().availableProcessors();
    };
  }

  private BuildResult run() {
    UnitReader unitReader = new UnitReader(request.depth().readsWholeTexts(), meter);
    Optional<EditedProgram> edited = edited(unitReader);
    if (edited.isPresent()) {
      return builtAgain(edited.get());
    }
    // Of what the last build went by, this one may not need all.
    filesSeen = filesSeen.anew();
    files = new SourceFiles(request.overlays(), group::checkpoint, filesSeen);
    return builtAnew(unitReader);
  }

  /** The program of the last build with other texts, where nothing else has changed. */
  private Optional<EditedProgram> edited(UnitReader unitReader) {
    return lastBuild()
        .flatMap(LastBuild::state)
        .flatMap(
            last ->
                EditedProgram.since(
                    last, request, files, filesSeen, unitReader, outliner(), group));
  }

  private Optional<LastBuild> lastBuild() {
    return request.reuse().filter(Reuse::ofUnits).flatMap(Reuse::last);
  }

  private UnitOutliner outliner() {
    Runnable prepare = () -> request.backEnd().ifPresent(BackEnd::prepare);
    return new UnitOutliner(meter, group::checkpoint, request.reuse(), prepare);
  }

  private BuildResult builtAnew(UnitReader unitReader) {
    InputReader reader = new InputReader(files, unitReader, group);
    Inputs inputs = InputPlacement.place(request, files, reader.read(request.inputs()));
    diagnostics.addAll(reader.diagnostics());
    group.checkpoint();
    GivenManifests given = new GivenManifests(files, group);
    BuildRequest asked = request.withResolver(given.before(request.resolver(), request.inputs()));
    diagnostics.addAll(given.diagnostics());
    diagnostics.addAll(given.alsoIn(inputs.units()));
    Discovery discovery = new Discovery(inputs, asked, standard, group, meter);
    Discovery.Found found = findObjects(discovery, discovery.run());
    observer.phasesEnded();
    List<ScannedUnit> scanned = keepDistinct(found);
    report(inputs, found);
    group.checkpoint();
    ModuleGraph graph = GraphBuilder.graph(scanned, found.answers());
    group.checkpoint();
    if (request.depth().readsWholeTexts()) {
      return checked(inputs, discovery, found, scanned, graph);
    }
    scanned.forEach(this::reportHead);
    return result(List.of(), graph);
  }

  /** Finds the objects that are not made here, and the standard modules that they need. */
  private Discovery.Found findObjects(Discovery discovery, Discovery.Found found) {
    BackEnd backEnd = request.backEnd().orElse(null);
    if (request.depth() != BuildRequest.Depth.COMPILE || backEnd == null) {
      return found;
    }
    FoundObjects reader = new FoundObjects(files, group);
    objects = reader.given(request.inputs());
    foundUnits = reader.beside(found.answers().values(), found.scanned());
    Set<String> needed =
        Stream.concat(
                objects.stream(), foundUnits.stream().flatMap(unit -> unit.objects().stream()))
            .flatMap(object -> backEnd.modulesNeeded(object.bytes()).stream())
            .filter(module -> module.startsWith(StandardRoot.PREFIX))
            .collect(Collectors.toSet());
    return needed.isEmpty() ? found : discovery.add(needed);
  }

  private BuildResult checked(
      Inputs inputs,
      Discovery discovery,
      Discovery.Found found,
      List<ScannedUnit> scanned,
      ModuleGraph graph) {
    Set<ScannedUnit> kept = identitySet(scanned);
    List<OutlinedUnit> units =
        found.outlined().stream()
            .filter(unit -> kept.contains(unit.scanned()))
            .sorted(Comparator.comparing(unit -> unit.scanned().logicalName()))
            .toList();
    List<Manifest> manifests = new ArrayList<>(units.stream().map(OutlinedUnit::manifest).toList());
    ImplementationManifests implementations = discovery.implementations(units);
    manifests.addAll(implementations.manifests());
    report(new ManifestRemarks(implementations.answers()));
    keepImportable(found.answers().values(), manifests);
    List<SourceRoot> roots = new ArrayList<>(inputs.roots());
    roots.add(standard);
    answers = new Answers(found.answers(), manifests, modulesNear(roots)).manifestSet();
    boolean ofTexts =
        implementations.answers().isEmpty()
            && found.answers().values().stream().allMatch(Resolution.Made.class::isInstance);
    return made(
        new Program(units, graph, discovery::whole, found.answers().values(), ofTexts),
        Optional.empty());
  }

  /** Makes what is left to be made of a program of which only texts have changed. */
  private BuildResult builtAgain(EditedProgram edited) {
    observer.phasesEnded();
    group.checkpoint();
    BuildResult before = edited.before();
    readBefore = Optional.of(before.read());
    texts.putAll(before.texts());
    origins.putAll(before.origins());
    importable.putAll(before.manifests());
    answers = edited.answers();
    return made(
        new Program(edited.units(), edited.graph(), outliner()::whole, List.of(), true),
        Optional.of(edited));
  }

  /**
   * The units of a build and what is known of others.
   *
   * @param whole reads the text of a unit to its end
   * @param answered for what is imported
   * @param ofTexts whether all that is imported was made from texts
   */
  private record Program(
      List<OutlinedUnit> units,
      ModuleGraph graph,
      UnaryOperator<OutlinedUnit> whole,
      Collection<Resolution> answered,
      boolean ofTexts) {}

  private BuildResult made(Program program, Optional<EditedProgram> edited) {
    List<OutlinedUnit> units = program.units();
    BuildFacts facts = new BuildFacts(answers, request.model(), group::checkpoint);
    group.checkpoint();
    Optional<Reuse> ofUnits = request.reuse().filter(Reuse::ofUnits);
    Optional<Environments> environments =
        ofUnits.map(
            earlier ->
                edited
                    .map(known -> known.environments(() -> environments(units)))
                    .orElseGet(() -> environments(units)));
    Optional<UnitReuse> reuse =
        ofUnits.flatMap(earlier -> environments.map(around -> reuse(earlier, facts, around)));
    Optional<FailedUnits> failures =
        request
            .reuse()
            .filter(earlier -> earlier.scope() == Reuse.Scope.ALL_UNITS)
            .map(earlier -> new FailedUnits(earlier, answers));
    UnitCompiler compiler =
        new UnitCompiler(request, program.whole(), facts, reuse, failures, group, meter);
    diagnostics.addAll(compiler.take(program.answered()));
    Map<String, KnownUnit.Standing> standing =
        edited.flatMap(known -> environments.map(known::standing)).orElse(Map.of());
    Map<String, BuiltUnit> built = compiler.run(units, standing);
    compiler.broken().values().forEach(this::report);
    reuse.ifPresent(earlier -> rebuilds = earlier.finish());
    boolean unitsAlone =
        program.ofTexts() && diagnostics.isEmpty() && foundUnits.isEmpty() && objects.isEmpty();
    BuildResult result = assemble(units, built, standing.keySet(), program.graph());
    if (unitsAlone && result.succeeded()) {
      reuse.ifPresent(made -> keepForNext(result, () -> made.known(units, built, standing), made));
    }
    return result;
  }

  private void keepForNext(BuildResult result, Supplier<List<KnownUnit>> units, UnitReuse made) {
    lastBuild()
        .ifPresent(last -> last.keep(request, filesSeen, result, units.get(), made.environments()));
  }

  private UnitReuse reuse(Reuse earlier, BuildFacts facts, Environments environments) {
    return new UnitReuse(earlier, request.backEnd().isPresent(), facts, environments);
  }

  private Environments environments(List<OutlinedUnit> units) {
    BodyUse bodies = request.backEnd().map(BackEnd::bodies).orElse(BodyUse.NONE);
    return OutlinedUnit.environments(units, answers, bodies);
  }

  private void keepImportable(Collection<Resolution> answered, List<Manifest> made) {
    for (Resolution answer : answered) {
      if (answer instanceof Resolution.Found stored) {
        importable.put(stored.manifest().name(), stored);
      }
    }
    for (Manifest manifest : made) {
      if (manifest.kind().isImportable()) {
        importable.put(manifest.name(), new Resolution.Found(manifest));
      }
    }
  }

  /** Leaves out all but one of the units that share a logical name, and reports them. */
  private List<ScannedUnit> keepDistinct(Discovery.Found found) {
    List<ScannedUnit> units = found.scanned();
    List<ScannedUnit> later = new ArrayList<>(UnitConflicts.sharingNames(units, diagnostics));
    later.addAll(UnitConflicts.sharingNames(units, found.answers().values(), diagnostics));
    later.forEach(unit -> addText(UnitConflicts.renamed(unit)));
    Set<ScannedUnit> left = identitySet(later);
    return units.stream().filter(unit -> !left.contains(unit)).toList();
  }

  private static Set<ScannedUnit> identitySet(List<ScannedUnit> units) {
    Set<ScannedUnit> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(units);
    return set;
  }

  private void reportHead(ScannedUnit unit) {
    addText(unit);
    if (!unit.head().sound()) {
      diagnostics.addAll(HeadScanner.scan(unit.text()).diagnostics());
    }
  }

  private void report(Inputs inputs, Discovery.Found found) {
    diagnostics.addAll(inputs.diagnostics());
    diagnostics.addAll(UnitConflicts.claimingStandard(found.scanned()));
    inputs.rejected().forEach(this::addText);
    found.answers().values().forEach(this::addText);
    if (request.depth() != BuildRequest.Depth.CHECKED_MANIFESTS) {
      reportImports(found);
    }
    reportMissing(inputs, found);
  }

  private void reportImports(Discovery.Found found) {
    for (ModuleListing.Stray stray : found.strays()) {
      addText(stray.unit());
      diagnostics.add(UnitConflicts.misplaced(stray.unit(), stray.promised()));
    }
    report(new ManifestRemarks(found.answers().values()));
  }

  private void reportMissing(Inputs inputs, Discovery.Found found) {
    for (String module : inputs.modules()) {
      Resolution resolution = found.answers().get(UnitName.primary(module));
      if (resolution instanceof Resolution.NotMine notMine) {
        Diagnostic.Builder missing = missing(module);
        modulesNear(inputs.roots())
            .similarTo(module)
            .forEach(near -> missing.note("there is a module `" + near + "`"));
        notMine.searched().forEach(place -> missing.note("searched: " + place));
        diagnostics.add(missing.build());
      } else if (resolution instanceof Resolution.Rejected rejected) {
        diagnostics.add(missing(module).note(rejected.reason()).build());
      }
    }
  }

  private void report(ManifestRemarks remarks) {
    diagnostics.addAll(remarks.diagnostics());
    origins.putAll(remarks.origins());
  }

  private void report(BrokenManifestException broken) {
    diagnostics.add(broken.diagnostic());
    origins.put(broken.file(), broken.origin());
  }

  /** There is no text to point into: the module is called what the user called it. */
  private static Diagnostic.Builder missing(String module) {
    return Diagnostic.of(BuildCode.MODULE_NOT_FOUND, module, new Span(0, 0), module);
  }

  private NearbyModules modulesNear(List<SourceRoot> roots) {
    return new NearbyModules(roots, request.manifestPath().stream().map(files::root).toList());
  }

  /**
   * A user cannot mend the standard modules: of them only errors are worth telling. Where manifests
   * are asked for, what these do not depend on is not.
   */
  private void addDiagnostics(BuiltUnit unit) {
    if (unit.diagnostics().isEmpty()
        || !unit.input() && request.depth() == BuildRequest.Depth.CHECKED_MANIFESTS) {
      return;
    }
    unit.diagnostics().stream()
        .filter(diagnostic -> diagnostic.isError() || !unit.standard())
        .forEach(diagnostics::add);
  }

  private void addText(ScannedUnit unit) {
    texts.put(unit.logicalName(), unit.text());
    origins.put(unit.logicalName(), unit.file().display());
  }

  /** What is known of the text of a unit that is not part of the build. */
  private void addText(Resolution answer) {
    if (answer instanceof Resolution.Found found) {
      Manifest manifest = found.manifest();
      SourceText text = manifest.source().text();
      if (text == null) {
        lines.put(manifest.logicalName(), manifest.source().lines());
      } else {
        texts.put(manifest.logicalName(), text);
      }
    }
  }

  private BuildResult assemble(
      List<OutlinedUnit> units,
      Map<String, BuiltUnit> built,
      Set<String> standing,
      ModuleGraph graph) {
    List<BuiltUnit> ordered = new ArrayList<>(units.size());
    for (OutlinedUnit unit : units) {
      String name = unit.scanned().logicalName();
      BuiltUnit result = built.get(name);
      if (!standing.contains(name)) {
        addText(unit.scanned());
        if (result != null) {
          keepBodies(result);
        }
      }
      if (result != null) {
        ordered.add(result);
        addDiagnostics(result);
      }
    }
    diagnostics.addAll(
        UnitConflicts.secondMains(units.stream().map(OutlinedUnit::manifest).toList()));
    return result(ordered, graph);
  }

  /** What importers are told of a unit that was made from its text, once it is checked. */
  private void keepBodies(BuiltUnit unit) {
    importable.computeIfPresent(
        unit.manifest().name(),
        (name, known) ->
            known.manifest().logicalName().equals(unit.logicalName())
                ? new Resolution.Found(unit.manifest(), unit.bodies())
                : known);
  }

  private BuildResult result(List<BuiltUnit> units, ModuleGraph graph) {
    Counters counters = meter.counters();
    request.reuse().ifPresent(earlier -> earlier.results().seenByBuild(filesSeen));
    log.debug("built {} units: {}", units.size(), counters);
    return new BuildResult(
        units,
        diagnostics.stream().sorted().toList(),
        texts,
        lines,
        origins,
        importable,
        foundUnits,
        objects,
        answers,
        graph,
        rebuilds,
        readBefore.orElseGet(files::read),
        counters);
  }
}
