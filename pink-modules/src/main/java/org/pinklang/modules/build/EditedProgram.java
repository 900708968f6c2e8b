package org.pinklang.modules.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.pinklang.frontend.check.ManifestAnswer;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.graph.ModuleGraph;
import org.pinklang.modules.plan.Environments;
import org.pinklang.modules.plan.Surroundings;
import org.pinklang.modules.plan.UnchangedUnits;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;

/**
 * The program of the last build with some texts changed, in which the same units are found: those
 * are read and outlined again, everything else is as it was. Its methods are for one thread.
 */
final class EditedProgram {
  private final LastBuild.State last;
  private final BuildRequest request;
  private final SourceFiles files;
  private final UnitReader reader;
  private final UnitOutliner outliner;
  private final WorkGroup group;
  private final Map<String, KnownUnit> before = new TreeMap<>();
  private final Map<String, UnitReader.Raw> read = new TreeMap<>();
  private final Map<String, OutlinedUnit> edited = new ConcurrentHashMap<>();
  private List<OutlinedUnit> units = List.of();
  private ManifestSet answers = new ManifestSet(Map.of(), Map.of());

  private EditedProgram(
      LastBuild.State last,
      BuildRequest request,
      SourceFiles files,
      UnitReader reader,
      UnitOutliner outliner,
      WorkGroup group) {
    this.last = last;
    this.request = request;
    this.files = files;
    this.reader = reader;
    this.outliner = outliner;
    this.group = group;
  }

  /**
   * The program, where it is such a one; empty where the units have to be found anew. Texts are
   * outlined by then at the most, and counted where that was done.
   *
   * @param seen takes what is seen of all files
   */
  static Optional<EditedProgram> since(
      LastBuild.State last,
      BuildRequest request,
      SourceFiles files,
      FilesSeen seen,
      UnitReader reader,
      UnitOutliner outliner,
      WorkGroup group) {
    EditedProgram program = new EditedProgram(last, request, files, reader, outliner, group);
    return program.isSameBut(seen) ? Optional.of(program) : Optional.empty();
  }

  private boolean isSameBut(FilesSeen seen) {
    try {
      Map<Object, SourceFile> changed =
          ChangedTexts.since(last, request, files, seen, group::checkpoint).orElse(null);
      if (changed == null || !readAll(changed)) {
        return false;
      }
    } catch (IOException e) {
      return false; // whoever needs the file says so
    }
    outlineAll();
    if (!leavesOpenNoMore()) {
      return false;
    }
    read.values().forEach(raw -> reader.count(raw, true));
    units = last.units().stream().map(this::unit).toList();
    answers = edited.isEmpty() ? last.result().answers() : editedAnswers();
    return true;
  }

  /** Reads the changed texts; says whether each is a unit with the same head. */
  private boolean readAll(Map<Object, SourceFile> changed) throws IOException {
    Map<Object, KnownUnit> byIdentity = HashMap.newHashMap(last.units().size());
    last.units().forEach(unit -> byIdentity.put(unit.scanned().file().identity(), unit));
    for (Map.Entry<Object, SourceFile> text : changed.entrySet()) {
      KnownUnit known = byIdentity.get(text.getKey());
      if (known == null) {
        return false;
      }
      UnitReader.Raw raw = reader.look(text.getValue().calledAs(known.scanned().file()));
      if (!leadsToTheSame(known.scanned(), raw)) {
        return false;
      }
      before.put(known.logicalName(), known);
      read.put(known.logicalName(), raw);
    }
    return true;
  }

  private static boolean leadsToTheSame(ScannedUnit before, UnitReader.Raw now) {
    UnitHead head = now.head();
    return head.sound()
        && head.kind() == before.head().kind()
        && head.name().equals(before.head().name())
        && head.targets().equals(before.head().targets());
  }

  private void outlineAll() {
    read.forEach(
        (name, raw) -> {
          ScannedUnit.Origin origin = before(name).scanned().origin();
          ScannedUnit unit = raw.place(name, Optional.empty(), origin);
          boolean bodies = request.depth().needsBodies(unit);
          group.startHeavy(threadLost -> edited.put(name, outliner.outline(unit, bodies)));
        });
    group.await();
  }

  /** Whether no unit leaves functions to others that did not; who defines them was looked for. */
  private boolean leavesOpenNoMore() {
    return edited.entrySet().stream()
        .allMatch(
            unit ->
                !ImplementationManifests.leavesOpen(unit.getValue().manifest())
                    || ImplementationManifests.leavesOpen(
                        before(unit.getKey()).outline().manifest()));
  }

  private KnownUnit before(String name) {
    return Objects.requireNonNull(before.get(name));
  }

  private OutlinedUnit unit(KnownUnit known) {
    OutlinedUnit now = edited.get(known.logicalName());
    return now != null ? now : outliner.again(known, request.depth().needsBodies(known.scanned()));
  }

  private ManifestSet editedAnswers() {
    Map<UnitName, ManifestAnswer> byName = new TreeMap<>(last.result().answers().answers());
    Map<String, List<Manifest>> byModule = new LinkedHashMap<>(last.result().answers().modules());
    for (OutlinedUnit unit : edited.values()) {
      Manifest manifest = unit.manifest();
      if (manifest.kind().isImportable()) {
        byName.computeIfPresent(
            manifest.name(), (name, before) -> new ManifestAnswer.Found(manifest));
      }
      byModule.computeIfPresent(
          manifest.module(), (module, manifests) -> with(manifest, manifests));
    }
    return new ManifestSet(byName, byModule);
  }

  private static List<Manifest> with(Manifest manifest, List<Manifest> units) {
    return units.stream()
        .map(unit -> unit.logicalName().equals(manifest.logicalName()) ? manifest : unit)
        .toList();
  }

  /** All units, ordered by logical name. */
  List<OutlinedUnit> units() {
    return units;
  }

  ManifestSet answers() {
    return answers;
  }

  /** What the last build gave. */
  BuildResult before() {
    return last.result();
  }

  /** The graph, with the imports of edited units where they stand now. */
  ModuleGraph graph() {
    Map<String, GraphUnit> moved = new HashMap<>();
    for (OutlinedUnit unit : edited.values()) {
      String name = unit.scanned().logicalName();
      last.result()
          .graph()
          .unit(name)
          .map(before -> GraphBuilder.moved(before, unit.scanned()))
          .filter(now -> !now.equals(last.result().graph().unit(name).orElse(null)))
          .ifPresent(now -> moved.put(name, now));
    }
    if (moved.isEmpty()) {
      return last.result().graph();
    }
    List<GraphUnit> all = new ArrayList<>();
    last.result()
        .graph()
        .units()
        .forEach(unit -> all.add(moved.getOrDefault(unit.logicalName(), unit)));
    return new ModuleGraph(all, last.result().graph().missing());
  }

  /**
   * The environments of the units: those of the last build where no manifest says something else.
   *
   * @param anew makes them from the manifests
   */
  Environments environments(Supplier<Environments> anew) {
    boolean same =
        edited.entrySet().stream()
            .allMatch(unit -> saysTheSame(before(unit.getKey()), unit.getValue()));
    return same ? last.environments() : anew.get();
  }

  private static boolean saysTheSame(KnownUnit before, OutlinedUnit now) {
    return !now.hasErrors()
        && before.diagnostics().stream().noneMatch(Diagnostic::isError)
        && now.named().equals(before.named())
        && now.manifest()
            .hashes()
            .moduleHash()
            .equals(before.outline().manifest().hashes().moduleHash());
  }

  /** The results of the last build that stand without a look, by logical name. */
  Map<String, KnownUnit.Standing> standing(Environments environments) {
    Map<String, KnownUnit.Standing> standing = HashMap.newHashMap(last.units().size());
    Map<String, Surroundings> surroundings = HashMap.newHashMap(last.units().size());
    Map<String, Manifest> manifests = HashMap.newHashMap(last.units().size());
    for (KnownUnit known : last.units()) {
      KnownUnit.Standing result = known.standing().orElse(null);
      if (result != null && !edited.containsKey(known.logicalName())) {
        standing.put(known.logicalName(), result);
        surroundings.put(known.logicalName(), result.surroundings());
        manifests.put(known.logicalName(), known.outline().manifest());
      }
    }
    standing
        .keySet()
        .retainAll(
            UnchangedUnits.among(
                surroundings,
                name -> environments.of(Objects.requireNonNull(manifests.get(name)))));
    return standing;
  }
}
