package org.pinklang.modules.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.resolve.ImplementationFile;
import org.pinklang.modules.resolve.ManifestBytes;
import org.pinklang.modules.resolve.ManifestPlace;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceInput;

/** The manifests among the inputs, each of which answers for the name it holds. */
final class GivenManifests {
  private final SourceFiles files;
  private final WorkGroup group;
  private final Map<Object, ManifestBytes> read = new ConcurrentHashMap<>();
  private final SortedMap<String, ImplementationFile> implementations = new TreeMap<>();
  private final Map<UnitName, SourceFile> byName = new TreeMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  GivenManifests(SourceFiles files, WorkGroup group) {
    this.files = files;
    this.group = group;
  }

  /** Reads the manifests; gives a resolver that asks them before another. */
  ManifestResolver before(ManifestResolver other, List<SourceInput> inputs) {
    Map<Object, SourceFile> given = new LinkedHashMap<>();
    for (SourceInput input : inputs) {
      if (input instanceof SourceInput.ManifestFile manifest) {
        SourceFile file = files.file(manifest.path());
        given.putIfAbsent(file.identity(), file);
      }
    }
    if (given.isEmpty()) {
      return other;
    }
    // As text they are parsed, which takes a large stack.
    given.values().forEach(file -> group.startHeavy(threadLost -> read(file)));
    group.await();
    // Which of two files wins must not depend on the order in which they are given.
    given.values().stream().sorted(Comparator.comparing(SourceFile::display)).forEach(this::add);
    return Resolvers.firstOf(
        List.of(
            Resolvers.explicit(paths()),
            Resolvers.implementations(implementations.values()),
            other));
  }

  private void read(SourceFile file) {
    byte[] bytes;
    try {
      bytes = file.content().read();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the input " + file.display(), e);
    }
    read.put(file.identity(), ManifestBytes.read(bytes, file.fileName()));
  }

  private Map<UnitName, Path> paths() {
    Map<UnitName, Path> paths = new TreeMap<>();
    byName.forEach((name, file) -> paths.put(name, file.path().orElseThrow()));
    return paths;
  }

  private void add(SourceFile file) {
    switch (read.get(file.identity())) {
      case ManifestBytes.Readable readable -> {
        Manifest manifest = readable.manifest();
        if (manifest.kind().isImportable()) {
          SourceFile first = byName.putIfAbsent(manifest.name(), file);
          if (first != null) {
            diagnostics.add(
                duplicate(
                    BuildCode.DUPLICATE_UNIT, manifest.name().display(), first.display(), file));
          }
        } else if (manifest.kind() == UnitKind.IMPLEMENTATION) {
          addImplementation(file, manifest);
        }
      }
      case ManifestBytes.Broken broken ->
          diagnostics.add(
              Diagnostic.of(
                      BuildCode.UNUSABLE_INPUT,
                      file.display(),
                      new Span(0, 0),
                      file.display(),
                      broken.detail())
                  .build());
      case null -> throw new IllegalStateException(file.display() + " was never read");
    }
  }

  private void addImplementation(SourceFile file, Manifest manifest) {
    String name = file.fileName();
    String stem =
        name.endsWith(ManifestPlace.SUFFIX)
            ? name.substring(0, name.length() - ManifestPlace.SUFFIX.length())
            : name;
    String implementation = stem.substring(stem.indexOf('+') + 1);
    ManifestPlace place = new ManifestPlace(manifest.name(), implementation);
    ImplementationFile first =
        implementations.putIfAbsent(place.logicalName(), new ImplementationFile(place, file));
    if (first != null) {
      diagnostics.add(
          duplicate(BuildCode.DUPLICATE_NAME, place.logicalName(), first.file().display(), file));
    }
  }

  /** What is wrong where the source of a manifest is given, too. */
  List<Diagnostic> alsoIn(List<ScannedUnit> units) {
    List<Diagnostic> found = new ArrayList<>();
    for (ScannedUnit unit : units) {
      UnitName name = unit.head().name();
      SourceFile manifest = unit.head().kind().isImportable() ? byName.get(name) : null;
      ImplementationFile implementation = implementations.get(unit.logicalName());
      String source = unit.file().display();
      if (manifest != null) {
        found.add(duplicate(BuildCode.DUPLICATE_UNIT, name.display(), source, manifest));
      }
      if (implementation != null) {
        found.add(
            duplicate(BuildCode.DUPLICATE_NAME, unit.logicalName(), source, implementation.file()));
      }
    }
    return found;
  }

  private static Diagnostic duplicate(
      BuildCode code, String name, String first, SourceFile second) {
    return Diagnostic.of(code, second.display(), new Span(0, 0), name, first, second.display())
        .build();
  }

  /** What is wrong with them. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
