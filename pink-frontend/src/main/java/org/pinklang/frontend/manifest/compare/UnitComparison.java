package org.pinklang.frontend.manifest.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.text.KindNames;

/** Finds the changes between two manifests of one unit. For one thread. */
final class UnitComparison {
  private final Manifest older;
  private final Manifest newer;
  private final Face olderFace;
  private final Face newerFace;
  private final ExportClosure olderClosure;
  private final ExportClosure newerClosure;
  private final List<Change> changes = new ArrayList<>();

  UnitComparison(Manifest older, Manifest newer) {
    this.older = older;
    this.newer = newer;
    this.olderFace = new Face(older);
    this.newerFace = new Face(newer);
    this.olderClosure = new ExportClosure(older);
    this.newerClosure = new ExportClosure(newer);
  }

  List<Change> changes() {
    unit();
    for (ManifestDeclaration declaration : older.declarations()) {
      ManifestDeclaration now = newer.find(declaration.name());
      if (Face.isExported(declaration)) {
        export(declaration, now);
      } else {
        hidden(declaration, now);
      }
    }
    for (ManifestDeclaration declaration : newer.declarations()) {
      if (older.find(declaration.name()) == null) {
        added(declaration);
      }
    }
    changes.addAll(new ImportComparison(older, newer).changes());
    return changes;
  }

  private void unit() {
    if (older.kind() != newer.kind()) {
      Impact impact =
          older.kind().isInterface() == newer.kind().isInterface()
              ? Impact.PATCH
              : older.kind().isInterface() ? Impact.MAJOR : Impact.MINOR;
      changes.add(
          new Change(
              ChangeKind.UNIT_KIND,
              impact,
              "",
              KindNames.of(older.kind()),
              KindNames.of(newer.kind()),
              newer.kind().isInterface()
                  ? "The unit now exports, so that importers can use it."
                  : "The unit exports nothing, so that no importer can use it."));
    }
    if (!older.documentation().equals(newer.documentation())) {
      changes.add(
          new Change(
              ChangeKind.DOCUMENTATION,
              Impact.PATCH,
              "",
              older.documentation(),
              newer.documentation(),
              "Nobody's use changes."));
    }
  }

  private void export(ManifestDeclaration before, @Nullable ManifestDeclaration now) {
    if (now == null || !Face.isExported(now)) {
      removed(before, now);
      return;
    }
    new ExportComparison(olderFace, newerFace, needing(before.name()), before, now).addTo(changes);
  }

  /** The exports that need a declaration in one of the manifests. */
  private SortedSet<String> needing(String name) {
    SortedSet<String> needing = new TreeSet<>(olderClosure.exportsThatNeed(name));
    needing.addAll(newerClosure.exportsThatNeed(name));
    return needing;
  }

  private void removed(ManifestDeclaration before, @Nullable ManifestDeclaration now) {
    String successor = now == null ? successor(before) : "";
    String why =
        now != null
            ? " It is there still, but not exported."
            : successor.isEmpty() ? "" : " Perhaps it is called `" + successor + "` now.";
    add(
        ChangeKind.EXPORT_REMOVED,
        Impact.MAJOR,
        before,
        now,
        "Imports and uses of `" + before.name() + "` find nothing." + why);
  }

  /** The one new export that is all that a removed one was, under another name. */
  private String successor(ManifestDeclaration removed) {
    List<String> alike =
        newer.declarations().stream()
            .filter(one -> Face.isExported(one) && older.find(one.name()) == null)
            .filter(one -> newerFace.whole(one).equals(olderFace.whole(removed)))
            .map(ManifestDeclaration::name)
            .toList();
    return alike.size() == 1 ? alike.get(0) : "";
  }

  private void hidden(ManifestDeclaration before, @Nullable ManifestDeclaration now) {
    SortedSet<String> needing = olderClosure.exportsThatNeed(before.name());
    boolean same = now != null && newerFace.whole(now).equals(olderFace.whole(before));
    if (!same && !needing.isEmpty()) {
      add(
          ChangeKind.NEEDED_DECLARATION,
          Impact.MAJOR,
          before,
          now,
          "What importers hold of " + listed(needing) + " follows from it.");
    }
    if (now != null && Face.isExported(now)) {
      added(now);
    } else if (needing.isEmpty() && !same || now != null && same && !isShownAlike(before, now)) {
      add(ChangeKind.MODULE_DECLARATION, Impact.PATCH, before, now, "No importer can see it.");
    }
  }

  private static boolean isShownAlike(ManifestDeclaration before, ManifestDeclaration now) {
    return Face.shown(before).equals(Face.shown(now));
  }

  private void added(ManifestDeclaration now) {
    ManifestDeclaration before = older.find(now.name());
    if (!Face.isExported(now)) {
      add(ChangeKind.MODULE_DECLARATION, Impact.PATCH, null, now, "No importer can see it.");
    } else if (ImportComparison.reexports(older, now.name())) {
      add(
          ChangeKind.EXPORT_ADDED,
          Impact.MAJOR,
          before,
          now,
          "Uses of `" + now.name() + "` find this one now and no longer the one re-exported.");
    } else {
      add(
          ChangeKind.EXPORT_ADDED,
          Impact.MINOR,
          before,
          now,
          "Importers can use `" + now.name() + "` now; " + mayHide(now.name()));
    }
  }

  /** What a new export means for uses of its name that found a re-exported one before. */
  private String mayHide(String name) {
    SortedSet<String> whole = ImportComparison.reexportedWhole(older);
    return whole.isEmpty()
        ? "nobody's use changes."
        : "it may hide a `%s` that was found through %s.".formatted(name, listed(whole));
  }

  private void add(
      ChangeKind kind,
      Impact impact,
      @Nullable ManifestDeclaration before,
      @Nullable ManifestDeclaration now,
      String consequence) {
    ManifestDeclaration one = before == null ? now : before;
    changes.add(
        new Change(
            kind,
            impact,
            one == null ? "" : one.name(),
            before == null ? "" : Face.shown(before),
            now == null ? "" : Face.shown(now),
            consequence));
  }

  /** Names as a sentence lists them. */
  static String listed(SortedSet<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
