package org.pinklang.modules.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.modules.resolve.ManifestPlace;
import org.pinklang.modules.resolve.Provider;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceInput;
import org.pinklang.modules.source.UnitPlace;

/** Reads the objects of a build that are not made in it. */
final class FoundObjects {
  private final SourceFiles files;
  private final WorkGroup group;
  private final Map<Object, Content> read = new ConcurrentHashMap<>();
  private final Set<Object> taken = new HashSet<>();

  FoundObjects(SourceFiles files, WorkGroup group) {
    this.files = files;
    this.group = group;
  }

  /** What is in a file, or why it could not be read. */
  private sealed interface Content {
    record Bytes(byte[] bytes) implements Content {}

    record Unreadable(IOException failure) implements Content {}
  }

  /** The objects and archives among the inputs, each once, ordered by path. */
  List<ObjectBytes> given(List<SourceInput> inputs) {
    List<SourceFile> given = new ArrayList<>();
    for (SourceInput input : inputs) {
      if (input instanceof SourceInput.LinkFile file) {
        SourceFile source = files.file(file.path());
        if (taken.add(source.identity())) {
          given.add(source);
        }
      }
    }
    given.sort(Comparator.comparing(SourceFile::display));
    readAll(given);
    given.forEach(this::requireRead);
    return given.stream().map(file -> bytes(file.display(), file)).toList();
  }

  /**
   * The units that were found, with the objects that lie beside their manifests and are not among
   * the inputs.
   *
   * @param made the units of the build, whose objects are made
   */
  List<FoundUnit> beside(Collection<Resolution> answers, Collection<ScannedUnit> made) {
    List<Resolution.Found> found = new ArrayList<>();
    Set<String> others = new HashSet<>();
    made.forEach(unit -> others.add(stem(unit)));
    for (Resolution answer : answers) {
      if (answer instanceof Resolution.Found one) {
        found.add(one);
        others.add(ManifestPlace.stem(one.manifest().name()));
      }
    }
    Map<Resolution.Found, Map<String, SourceFile>> objects = new LinkedHashMap<>();
    found.forEach(one -> objects.put(one, objectsOf(one, others)));
    readAll(objects.values().stream().flatMap(map -> map.values().stream()).toList());
    return found.stream().map(one -> unit(one, objects.getOrDefault(one, Map.of()))).toList();
  }

  /** What the object of a unit of the build is called beside a manifest. */
  private static String stem(ScannedUnit unit) {
    UnitHead head = unit.head();
    return UnitPlace.outputStem(UnitPlace.unitName(head.kind(), head.name(), unit.logicalName()));
  }

  private Map<String, SourceFile> objectsOf(Resolution.Found found, Set<String> others) {
    Map<String, SourceFile> objects = new LinkedHashMap<>();
    ObjectsBeside beside = ObjectsBeside.of(found, files);
    String own = ManifestPlace.stem(found.manifest().name());
    beside.own().ifPresent(path -> add(objects, own, path));
    beside
        .others()
        .forEach(
            (name, path) -> {
              if (!others.contains(name)) {
                add(objects, name, path);
              }
            });
    return objects;
  }

  private void add(Map<String, SourceFile> objects, String name, Path path) {
    SourceFile file = files.file(path);
    if (taken.add(file.identity())) {
      objects.put(name, file);
    }
  }

  private FoundUnit unit(Resolution.Found found, Map<String, SourceFile> objects) {
    Manifest manifest = found.manifest();
    Provider provider = found.provider();
    List<ObjectBytes> bytes = new ArrayList<>();
    objects.forEach((name, file) -> bytes.add(bytes(name, file)));
    return new FoundUnit(
        manifest,
        provider.display(),
        provider
            .file()
            .map(file -> file.resolveSibling(ManifestPlace.stem(manifest.name()) + ".o"))
            .map(Path::toString),
        bytes);
  }

  private void readAll(Collection<SourceFile> wantedFiles) {
    wantedFiles.forEach(file -> group.startLight(() -> read.put(file.identity(), readOne(file))));
    group.await();
  }

  private static Content readOne(SourceFile file) {
    try {
      return new Content.Bytes(file.content().read());
    } catch (IOException e) {
      return new Content.Unreadable(e);
    }
  }

  private Content content(SourceFile file) {
    Content content = read.get(file.identity());
    if (content == null) {
      throw new IllegalStateException(file.display() + " was never read");
    }
    return content;
  }

  /** An input must be there; what merely lies beside a manifest is looked at when it is linked. */
  private void requireRead(SourceFile file) {
    if (content(file) instanceof Content.Unreadable unreadable) {
      throw new UncheckedIOException(
          "cannot read the object " + file.display(), unreadable.failure());
    }
  }

  private ObjectBytes bytes(String name, SourceFile file) {
    return switch (content(file)) {
      case Content.Bytes content ->
          new ObjectBytes(name, file.display(), content.bytes(), Optional.empty());
      case Content.Unreadable unreadable ->
          new ObjectBytes(
              name,
              file.display(),
              new byte[0],
              Optional.of("it cannot be read: " + unreadable.failure().getMessage()));
    };
  }
}
