package org.pinklang.frontend.manifest.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.text.KindNames;

/** Finds the changes between two manifests of one unit. For one thread. */
final class UnitComparison {
  /** Said of what importers do not see here and units of the module may show them. */
  static final String THROUGH_OTHERS =
      "Importers may see what follows from it, through other units of the module.";

  private static final int NAMED = 3;

  private final Manifest older;
  private final Manifest newer;
  private final Face olderFace;
  private final Face newerFace;
  private final ExportClosure olderClosure;
  private final ExportClosure newerClosure;
  private final boolean shared;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, List<String>> newExports = new HashMap<>();

  UnitComparison(Manifest older, Manifest newer) {
    this.older = older;
    this.newer = newer;
    this.olderFace = new Face(older);
    this.newerFace = new Face(newer);
    this.olderClosure = new ExportClosure(older);
    this.newerClosure = new ExportClosure(newer);
    this.shared = isShared(older) || isShared(newer);
    for (ManifestDeclaration declaration : newer.declarations()) {
      if (Face.isExported(declaration) && older.find(declaration.name()) == null) {
        newExports
            .computeIfAbsent(newerFace.whole(declaration), key -> new ArrayList<>())
            .add(declaration.name());
      }
    }
  }

  /**
   * Whether other units of the module that export may use what a unit does not: a partition is
   * there for them, and a primary unit may be imported by its partitions.
   */
  private static boolean isShared(Manifest manifest) {
    return manifest.kind().isImportable()
        && (!manifest.name().isPrimary()
            || manifest.imports().stream().anyMatch(one -> one.partition() != null));
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
    Supplier<SortedSet<String>> needing = () -> needing(before.name());
    new ExportComparison(olderFace, newerFace, needing, shared, before, now).addTo(changes);
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
    List<String> alike = newExports.getOrDefault(olderFace.whole(removed), List.of());
    return alike.size() == 1 ? alike.get(0) : "";
  }

  private void hidden(ManifestDeclaration before, @Nullable ManifestDeclaration now) {
    boolean same = now != null && newerFace.whole(now).equals(olderFace.whole(before));
    SortedSet<String> needing =
        same ? Collections.emptySortedSet() : olderClosure.exportsThatNeed(before.name());
    if (!same && !needing.isEmpty()) {
      add(
          ChangeKind.NEEDED_DECLARATION,
          Impact.MAJOR,
          before,
          now,
          "What importers hold of " + someOf(needing) + " follows from it.");
    }
    if (now != null && Face.isExported(now)) {
      added(now);
    } else if (needing.isEmpty() && !same || now != null && same && !isShownAlike(before, now)) {
      ofTheModule(before, now, same);
    }
  }

  /** A declaration that is not exported changed, or only the way it is written. */
  private void ofTheModule(
      ManifestDeclaration before, @Nullable ManifestDeclaration now, boolean same) {
    boolean reaches = shared && !same && !before.kind().isFunction();
    add(
        ChangeKind.MODULE_DECLARATION,
        reaches ? Impact.MAJOR : Impact.PATCH,
        before,
        now,
        reaches ? THROUGH_OTHERS : unseen());
  }

  private String unseen() {
    return shared ? "Only units of the module can use it." : "No importer can see it.";
  }

  private static boolean isShownAlike(ManifestDeclaration before, ManifestDeclaration now) {
    return Face.shown(before).equals(Face.shown(now));
  }

  private void added(ManifestDeclaration now) {
    ManifestDeclaration before = older.find(now.name());
    if (!Face.isExported(now)) {
      add(ChangeKind.MODULE_DECLARATION, Impact.PATCH, null, now, unseen());
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
        : "it may hide a `" + name + "` that was found through " + listed(whole) + ".";
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

  /** Some of the exports that need a declaration, as a sentence lists them. */
  static String someOf(SortedSet<String> needing) {
    return needing.size() <= NAMED
        ? listed(needing)
        : needing.stream()
            .limit(NAMED)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", ", "", " and more"));
  }
}
