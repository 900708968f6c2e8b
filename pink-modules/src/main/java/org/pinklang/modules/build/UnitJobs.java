package org.pinklang.modules.build;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceRoot;

/** The units of a build, each text once. Safe for any number of threads. */
final class UnitJobs {
  private final UnitReader reader;
  private final Function<ScannedUnit, UnitJob> jobOf;
  private final Consumer<UnitJob> start;
  private final Set<String> asked;
  private final ConcurrentMap<Object, UnitJob> jobs = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, ScannedUnit> primaries = new ConcurrentHashMap<>();
  private final ConcurrentMap<UnitName, ScannedUnit> strays = new ConcurrentHashMap<>();

  /**
   * No units.
   *
   * @param jobOf says what is to be made of a unit
   * @param start is given each unit once, when it becomes part of the build
   * @param asked the modules that the user asks for by name, all units of which are inputs
   */
  UnitJobs(
      UnitReader reader,
      Function<ScannedUnit, UnitJob> jobOf,
      Consumer<UnitJob> start,
      Set<String> asked) {
    this.reader = reader;
    this.jobOf = jobOf;
    this.start = start;
    this.asked = asked;
  }

  Collection<UnitJob> all() {
    return List.copyOf(jobs.values());
  }

  /** The unit of a text, if it is part of the build. */
  @Nullable UnitJob find(SourceFile file) {
    return jobs.get(file.identity());
  }

  /** The primary interface unit of a module, if it is made from a text. */
  @Nullable ScannedUnit primary(String module) {
    return primaries.get(module);
  }

  /** Texts that lie in the place of a name and do not declare it. */
  Map<UnitName, ScannedUnit> strays() {
    return Map.copyOf(strays);
  }

  /** Makes all inputs part of the build, then starts them. */
  void addInputs(Collection<ScannedUnit> units) {
    units.forEach(unit -> register(jobOf.apply(unit)));
    all().forEach(start);
  }

  /** Makes a unit part of the build unless its text is already. */
  UnitJob add(ScannedUnit unit) {
    UnitJob job = jobOf.apply(unit);
    UnitJob first = register(job);
    if (first != null) {
      return first;
    }
    start.accept(job);
    return job;
  }

  private @Nullable UnitJob register(UnitJob job) {
    ScannedUnit unit = job.unit();
    if (unit.head().kind() == UnitKind.PRIMARY_INTERFACE) {
      primaries.putIfAbsent(unit.head().name().module(), unit);
    }
    return jobs.putIfAbsent(unit.file().identity(), job);
  }

  /** Makes the manifest of a text that lies in the place of a name. */
  Resolution make(
      SourceFile file, UnitName expected, Optional<SourceRoot> root, ScannedUnit.Origin origin) {
    UnitJob known = find(file);
    if (known != null) {
      return declares(known.unit().head(), expected)
          ? known.answer()
          : stray(known.unit(), expected);
    }
    ScannedUnit unit;
    try {
      unit = scan(file, root, origin);
    } catch (IOException e) {
      return new Resolution.Rejected(
          "`%s` is in the place of `%s`, but cannot be read (%s)"
              .formatted(file.display(), expected.display(), e));
    }
    return declares(unit.head(), expected) ? add(unit).answer() : stray(unit, expected);
  }

  /** Reads and scans a text that is not an input. */
  ScannedUnit scan(SourceFile file, Optional<SourceRoot> root, ScannedUnit.Origin origin)
      throws IOException {
    UnitReader.Raw raw = reader.read(file, origin != ScannedUnit.Origin.STANDARD);
    boolean isInput =
        origin == ScannedUnit.Origin.FOUND && asked.contains(raw.head().name().module());
    return raw.place(file.fileName(), root, isInput ? ScannedUnit.Origin.INPUT : origin);
  }

  private static boolean declares(UnitHead head, UnitName expected) {
    return head.kind().isImportable() && head.name().equals(expected);
  }

  private Resolution stray(ScannedUnit unit, UnitName expected) {
    strays.put(expected, unit);
    return new Resolution.Rejected(
        "`%s` is in the place of `%s`, but is %s"
            .formatted(unit.file().display(), expected.display(), unit.head().display()));
  }
}
