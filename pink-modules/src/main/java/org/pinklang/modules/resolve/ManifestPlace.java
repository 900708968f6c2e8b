package org.pinklang.modules.resolve;

import java.util.List;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.UnitPlace;

/**
 * What the files of a unit are called in a folder of manifests.
 *
 * @param name the unit's, or for an implementation unit its module's
 * @param implementation what follows the {@code +}; empty for an importable unit
 */
public record ManifestPlace(UnitName name, String implementation) {

  /** What the name of every file that holds a manifest ends with. */
  public static final String SUFFIX = ".pmi";

  /** The place of an importable unit. */
  static ManifestPlace of(UnitName name) {
    return new ManifestPlace(name, "");
  }

  /** {@code a.b} or {@code a.b-p}. */
  public static String stem(UnitName name) {
    return name.isPrimary() ? name.module() : name.module() + '-' + name.partition();
  }

  /** The modules whose primary units have their manifest's place in a folder of manifests. */
  public static List<String> modulesIn(SourceRoot folder) {
    return folder.names("").stream()
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .filter(stem -> stem.indexOf('-') < 0 && stem.indexOf('+') < 0)
        .toList();
  }

  /** {@code a.b.pmi} or {@code a.b-p.pmi}. */
  public static String fileName(UnitName name) {
    return stem(name) + SUFFIX;
  }

  /** {@code a.b.pmi}, {@code a.b-p.pmi} or {@code a.b+x.pmi}. */
  String fileName() {
    return implementation.isEmpty() ? fileName(name) : stem(name) + '+' + implementation + SUFFIX;
  }

  /** The place of the unit's source; its path is the unit's logical name. */
  UnitPlace source() {
    UnitPlace primary = UnitPlace.of(name);
    if (implementation.isEmpty()) {
      return primary;
    }
    String file = UnitPlace.stemOf(name.module()) + '+' + implementation + UnitPlace.SUFFIX;
    return new UnitPlace(primary.folder(), file);
  }

  /** The logical name of the unit, which must not be a program unit. */
  public String logicalName() {
    return source().path();
  }

  /** What a unit found here is called whose manifest does not say it. */
  String unnamed(SourceFile file) {
    return implementation.isEmpty() ? file.fileName() : logicalName();
  }

  /** Whether a manifest is the one that belongs here. */
  boolean isOf(Manifest manifest) {
    return implementation.isEmpty()
        ? manifest.kind().isImportable() && manifest.name().equals(name)
        : manifest.kind() == UnitKind.IMPLEMENTATION && manifest.module().equals(name.module());
  }
}
