package org.pinklang.frontend.manifest.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.tree.Declaration;

/** Compares one export before and after. For one thread. */
final class ExportComparison {
  private final Face olderFace;
  private final Face newerFace;
  private final Supplier<SortedSet<String>> needing;
  private final boolean shared;
  private final ManifestDeclaration before;
  private final ManifestDeclaration now;
  private final String quoted;
  private final List<Change> changes = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param needing the other exports that need it by value
   * @param shared whether other units of the module may pass on what follows from it
   */
  ExportComparison(
      Face olderFace,
      Face newerFace,
      Supplier<SortedSet<String>> needing,
      boolean shared,
      ManifestDeclaration before,
      ManifestDeclaration now) {
    this.olderFace = olderFace;
    this.newerFace = newerFace;
    this.needing = needing;
    this.shared = shared;
    this.before = before;
    this.now = now;
    this.quoted = "`" + before.name() + "`";
  }

  void addTo(List<Change> all) {
    if (before.kind() != now.kind()) {
      add(ChangeKind.DECLARATION_KIND, Impact.MAJOR, "Every use of " + quoted + " breaks.");
    } else {
      switch (before.kind()) {
        case FUNCTION, EXTERN -> function();
        case VARIABLE, CONSTANT -> global();
        case STRUCT -> struct();
        case UNION -> union();
      }
      documentation();
    }
    all.addAll(changes);
  }

  private void function() {
    if (!olderFace.types(before.tree()).equals(newerFace.types(now.tree()))) {
      add(
          ChangeKind.SIGNATURE,
          Impact.MAJOR,
          "Calls of " + quoted + " break, and uses of it as a function pointer.");
    } else if (!Face.parameterNames(before.tree()).equals(Face.parameterNames(now.tree()))) {
      add(ChangeKind.PARAMETER_NAMES, Impact.PATCH, "Calls do not name parameters.");
    }
    if (isInline(before) != isInline(now)) {
      add(
          ChangeKind.INLINE,
          Impact.MINOR,
          isInline(now)
              ? "Calls of " + quoted + " may become its body."
              : "Calls of " + quoted + " stay calls, unless its body is small.");
    }
    if (before.defined() != now.defined()) {
      add(
          ChangeKind.DEFINITION,
          Impact.PATCH,
          now.defined()
              ? "Its body is in this unit now."
              : "Its body is in another unit of the module now.");
    }
  }

  private static boolean isInline(ManifestDeclaration declaration) {
    return declaration.tree() instanceof Declaration.Function function && function.inline();
  }

  private void global() {
    if (!olderFace.types(before.tree()).equals(newerFace.types(now.tree()))) {
      add(ChangeKind.TYPE, Impact.MAJOR, "Every use of " + quoted + " breaks." + andNeeding());
    } else if (!olderFace.value(before.tree()).equals(newerFace.value(now.tree()))) {
      add(
          ChangeKind.VALUE,
          Impact.MAJOR,
          "Objects of importers hold the old value of "
              + quoted
              + ", and what follows from it: constants, array lengths, layouts."
              + andNeeding());
    }
  }

  private void struct() {
    boolean wasOpaque = isOpaque(before);
    boolean isOpaque = isOpaque(now);
    if (wasOpaque != isOpaque) {
      add(
          ChangeKind.OPACITY,
          isOpaque ? Impact.MAJOR : Impact.MINOR,
          isOpaque
              ? "Struct literals of "
                  + quoted
                  + " and uses of its fields break, and whatever holds one by value."
              : "Importers can make "
                  + quoted
                  + ", use its fields and hold one by value; nobody's use changes.");
    }
    Map<String, String> fields = olderFace.members(before.tree());
    Map<String, String> newFields = newerFace.members(now.tree());
    if (Members.areEqual(fields, newFields)) {
      return;
    }
    String what = Members.describe("field", fields, newFields);
    if (!wasOpaque && !isOpaque) {
      add(
          ChangeKind.FIELDS,
          Impact.MAJOR,
          what
              + " Struct literals of "
              + quoted
              + " break, uses of its fields, and whatever holds one by value."
              + andNeeding());
    } else if (wasOpaque && !needing.get().isEmpty()) {
      add(ChangeKind.FIELDS, Impact.MAJOR, what + andNeeding());
    } else if (wasOpaque && shared) {
      add(ChangeKind.FIELDS, Impact.MAJOR, what + " " + UnitComparison.THROUGH_OTHERS);
    } else if (wasOpaque) {
      add(ChangeKind.FIELDS, Impact.PATCH, what + " No importer can see them.");
    }
  }

  private static boolean isOpaque(ManifestDeclaration declaration) {
    return declaration.tree() instanceof Declaration.Struct struct && struct.opaque();
  }

  private void union() {
    Map<String, String> alternatives = olderFace.members(before.tree());
    Map<String, String> newAlternatives = newerFace.members(now.tree());
    if (!Members.areEqual(alternatives, newAlternatives)) {
      add(
          ChangeKind.ALTERNATIVES,
          Impact.MAJOR,
          Members.describe("alternative", alternatives, newAlternatives)
              + " Matches on "
              + quoted
              + " without `else` break, uses of its alternatives, and whatever holds one by value."
              + andNeeding());
    }
  }

  private void documentation() {
    if (!Face.documentation(before.tree()).equals(Face.documentation(now.tree()))
        && Members.areEqual(olderFace.members(before.tree()), newerFace.members(now.tree()))) {
      add(ChangeKind.DOCUMENTATION, Impact.PATCH, "Nobody's use changes.");
    }
  }

  private String andNeeding() {
    SortedSet<String> names = needing.get();
    return names.isEmpty()
        ? ""
        : " What importers hold of " + UnitComparison.someOf(names) + " follows from it.";
  }

  private void add(ChangeKind kind, Impact impact, String consequence) {
    changes.add(
        new Change(kind, impact, before.name(), Face.shown(before), Face.shown(now), consequence));
  }
}
