package org.pinklang.api;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pinklang.codegen.header.CHeader;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.build.FoundUnit;
import org.pinklang.modules.codec.DamagedManifestException;

/** The headers that go with libraries. */
final class CHeaders {
  private CHeaders() {}

  /** The header of what the modules of a build export, the standard modules left out. */
  static String of(BuildResult built, Target target) {
    Stream<Manifest> made =
        built.units().stream().filter(unit -> !unit.standard()).map(BuiltUnit::manifest);
    Stream<Manifest> linked =
        built.found().stream().filter(unit -> !unit.objects().isEmpty()).map(FoundUnit::manifest);
    List<Manifest> units =
        Stream.concat(made, linked)
            .filter(manifest -> manifest.kind().isImportable())
            .sorted(Comparator.comparing(Manifest::logicalName))
            .toList();
    var description = target.description();
    BuildFacts facts = new BuildFacts(built.answers(), description.dataModel());
    try {
      return DeepStack.call(() -> CHeader.of(units, facts, description));
    } catch (DamagedManifestException damage) {
      throw new ManifestFormatException(damage);
    }
  }

  /** The file of the header that goes with a library. */
  static Path beside(Path library) {
    String name = String.valueOf(library.getFileName());
    int dot = name.lastIndexOf('.');
    return library.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + ".h");
  }
}
