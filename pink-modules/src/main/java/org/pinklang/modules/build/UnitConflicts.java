package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.modules.resolve.Resolution;

/** Finds units of a build that cannot be there together. */
final class UnitConflicts {

  private UnitConflicts() {}

  /** The unit under the name of its file, for one that cannot have its logical name. */
  static ScannedUnit renamed(ScannedUnit unit) {
    return new ScannedUnit(
        unit.file(),
        SourceText.ofBytes(unit.file().display(), unit.text().bytes()),
        unit.head(),
        unit.root(),
        unit.origin());
  }

  /** Two units declare the same module or partition. */
  static Diagnostic duplicateUnit(ScannedUnit first, ScannedUnit second) {
    String name = second.head().name().display();
    return Diagnostic.of(
            BuildCode.DUPLICATE_UNIT,
            second.logicalName(),
            second.head().place(),
            name,
            first.file().display(),
            second.file().display())
        .secondary(first.logicalName(), first.head().place(), "declared here first")
        .build();
  }

  /** Units that share a logical name, all but the first by path of each. */
  static List<ScannedUnit> sharingNames(Collection<ScannedUnit> units, List<Diagnostic> report) {
    Map<String, ScannedUnit> byLogicalName = new HashMap<>();
    List<ScannedUnit> later = new ArrayList<>();
    units.stream()
        .sorted(Comparator.comparing(unit -> unit.file().display()))
        .forEach(
            unit -> {
              ScannedUnit first = byLogicalName.putIfAbsent(unit.logicalName(), unit);
              if (first != null) {
                later.add(unit);
                report.add(sharedName(first, unit));
              }
            });
    return later;
  }

  private static Diagnostic sharedName(ScannedUnit first, ScannedUnit second) {
    return Diagnostic.of(
            BuildCode.DUPLICATE_NAME,
            second.file().display(),
            second.head().place(),
            second.logicalName(),
            first.file().display(),
            second.file().display())
        .secondary(first.logicalName(), first.head().place(), "the other one")
        .build();
  }

  /** Units that are called like the unit of a manifest that was found, and are another. */
  static List<ScannedUnit> sharingNames(
      Collection<ScannedUnit> units, Collection<Resolution> answers, List<Diagnostic> report) {
    Map<String, Resolution.Found> byLogicalName = new HashMap<>();
    for (Resolution answer : answers) {
      if (answer instanceof Resolution.Found found) {
        byLogicalName.put(found.manifest().logicalName(), found);
      }
    }
    List<ScannedUnit> sharing = new ArrayList<>();
    for (ScannedUnit unit : units) {
      Resolution.Found found = byLogicalName.get(unit.logicalName());
      if (found != null && !unit.head().kind().isImportable()) {
        sharing.add(unit);
        report.add(sharedName(found, unit));
      }
    }
    return sharing;
  }

  private static Diagnostic sharedName(Resolution.Found found, ScannedUnit unit) {
    return Diagnostic.of(
            BuildCode.DUPLICATE_NAME,
            unit.file().display(),
            unit.head().place(),
            unit.logicalName(),
            found.provider().display(),
            unit.file().display())
        .build();
  }

  /** A file in the place of one of a module's units that does not declare to be one. */
  static Diagnostic misplaced(ScannedUnit unit, String promised) {
    return Diagnostic.of(
            BuildCode.MISPLACED_UNIT,
            unit.logicalName(),
            unit.head().place(),
            unit.file().display(),
            promised,
            unit.head().display())
        .build();
  }

  /** Units of the user that declare to belong to a standard module, which is complete. */
  static List<Diagnostic> claimingStandard(Collection<ScannedUnit> units) {
    Set<String> standard =
        units.stream()
            .filter(unit -> unit.origin() == ScannedUnit.Origin.STANDARD)
            .map(unit -> unit.head().name().module())
            .collect(Collectors.toSet());
    return units.stream()
        .filter(unit -> unit.origin() != ScannedUnit.Origin.STANDARD)
        .filter(unit -> unit.head().kind() != UnitKind.PROGRAM)
        .filter(unit -> standard.contains(unit.head().name().module()))
        .map(UnitConflicts::claimingStandard)
        .toList();
  }

  private static Diagnostic claimingStandard(ScannedUnit unit) {
    return Diagnostic.of(
            BuildCode.UNIT_OF_STANDARD_MODULE,
            unit.logicalName(),
            unit.head().place(),
            unit.head().name().module())
        .build();
  }

  /** Every {@code main} of a program unit after the first. */
  static List<Diagnostic> secondMains(List<Manifest> ordered) {
    List<Diagnostic> found = new ArrayList<>();
    Manifest first = null;
    for (Manifest manifest : ordered) {
      ManifestDeclaration main = manifest.kind() == UnitKind.PROGRAM ? manifest.find("main") : null;
      if (main == null) {
        continue;
      }
      if (first == null) {
        first = manifest;
      } else {
        found.add(
            Diagnostic.of(BuildCode.SECOND_MAIN, manifest.logicalName(), nameSpan(main))
                .secondary(first.logicalName(), nameSpan(first.find("main")), "the other `main`")
                .build());
      }
    }
    return found;
  }

  private static Span nameSpan(@Nullable ManifestDeclaration declaration) {
    Identifier name = declaration == null ? null : declaration.tree().name();
    return name == null ? new Span(0, 0) : name.span();
  }
}
