package org.pinklang.modules.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceInput;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.UnitPlace;

/** Decides where imports are looked for and what each input unit is called. */
final class InputPlacement {
  private final BuildRequest request;
  private final SourceFiles files;
  private final List<UnitReader.Raw> texts;
  private final List<ScannedUnit> units = new ArrayList<>();
  private final Map<UnitName, ScannedUnit> byName = new TreeMap<>();
  private final List<ScannedUnit> rejected = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private InputPlacement(BuildRequest request, SourceFiles files, List<UnitReader.Raw> texts) {
    this.request = request;
    this.files = files;
    this.texts = texts;
  }

  static Inputs place(BuildRequest request, SourceFiles files, List<UnitReader.Raw> texts) {
    return new InputPlacement(request, files, texts).place();
  }

  private Inputs place() {
    Set<Path> roots = rootPaths();
    // Which of two files wins must not depend on the order in which they are given.
    texts.stream()
        .sorted(Comparator.comparing(raw -> raw.file().display()))
        .forEach(raw -> add(raw, roots));
    return new Inputs(
        units,
        byName,
        request.inputs().stream()
            .filter(SourceInput.Module.class::isInstance)
            .map(input -> ((SourceInput.Module) input).name())
            .collect(Collectors.toSet()),
        roots.stream().map(files::root).toList(),
        rejected,
        diagnostics,
        files);
  }

  private Set<Path> rootPaths() {
    Set<Path> roots = new LinkedHashSet<>(request.sourcePath());
    // What the sources give is sorted: the order of sources means nothing.
    SortedSet<Path> given = new TreeSet<>(Comparator.comparing(Path::toString));
    for (SourceInput input : request.inputs()) {
      if (input instanceof SourceInput.Folder folder) {
        given.add(folder.path());
      }
    }
    if (request.sourcePath().isEmpty()) {
      addFoldersOfUnits(given);
    }
    roots.addAll(given);
    return roots;
  }

  private void addFoldersOfUnits(Set<Path> roots) {
    Set<Path> given =
        request.inputs().stream()
            .filter(SourceInput.File.class::isInstance)
            .map(input -> ((SourceInput.File) input).path())
            .collect(Collectors.toSet());
    for (UnitReader.Raw raw : texts) {
      Path path = raw.file().path().orElse(null);
      if (path != null && given.contains(path)) {
        if (raw.head().kind() == UnitKind.PROGRAM) {
          roots.add(UnitRoots.parent(path));
        } else {
          rootOf(raw).ifPresent(roots::add);
        }
      }
    }
  }

  private void add(UnitReader.Raw raw, Set<Path> roots) {
    Optional<SourceRoot> root = rootOf(raw).map(files::root);
    ScannedUnit unit = raw.place(programName(raw.file(), roots), root, ScannedUnit.Origin.INPUT);
    ScannedUnit first =
        raw.head().kind().isImportable() ? byName.putIfAbsent(raw.head().name(), unit) : null;
    if (first == null) {
      units.add(unit);
    } else {
      reject(unit, first);
    }
  }

  private void reject(ScannedUnit unit, ScannedUnit first) {
    ScannedUnit renamed = UnitConflicts.renamed(unit);
    rejected.add(renamed);
    diagnostics.add(UnitConflicts.duplicateUnit(first, renamed));
  }

  /** The folder under which a file lies in the place of its unit's name. */
  private static Optional<Path> rootOf(UnitReader.Raw raw) {
    UnitHead head = raw.head();
    if (head.kind() == UnitKind.PROGRAM) {
      return Optional.empty();
    }
    UnitName name = head.name();
    String place =
        UnitPlace.logicalName(head.kind(), name.module(), name.partition(), raw.file().stem(), "");
    return raw.file().path().flatMap(path -> UnitRoots.folderOf(path, place));
  }

  private static String programName(SourceFile file, Set<Path> roots) {
    if (file.identity() instanceof SourceInput.Text text) {
      return text.name();
    }
    Path path = file.path().orElse(null);
    if (path == null) {
      return file.display();
    }
    Path absolute = path.toAbsolutePath().normalize();
    for (Path root : roots) {
      Path absoluteRoot = root.toAbsolutePath().normalize();
      if (absoluteRoot.getFileSystem().equals(absolute.getFileSystem())
          && absolute.startsWith(absoluteRoot)) {
        return slashed(absoluteRoot.relativize(absolute));
      }
    }
    return file.fileName();
  }

  private static String slashed(Path relative) {
    List<String> segments = new ArrayList<>();
    relative.forEach(segment -> segments.add(segment.toString()));
    return String.join("/", segments);
  }
}
