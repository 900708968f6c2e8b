package org.pinklang.frontend.manifest.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.TreePrinter;

/** Compares the imports of one unit before and after. For one thread. */
final class ImportComparison {
  private final Map<String, ImportDeclaration> before;
  private final Map<String, ImportDeclaration> now;
  private final List<Change> changes = new ArrayList<>();

  ImportComparison(Manifest older, Manifest newer) {
    this.before = byTarget(older);
    this.now = byTarget(newer);
  }

  /** Whether a unit says that it re-exports a name of another module. */
  static boolean reexports(Manifest manifest, String name) {
    return manifest.imports().stream()
        .filter(ImportDeclaration::exported)
        .anyMatch(tree -> tree.names() != null && names(tree).contains(name));
  }

  /**
   * Modules of which a unit re-exports all, so that only their own manifests say which names it
   * re-exports. No partition: its names are the module's own, and distinct.
   */
  static NavigableSet<String> reexportedWhole(Manifest manifest) {
    NavigableSet<String> whole = new TreeSet<>();
    for (ImportDeclaration tree : manifest.imports()) {
      if (tree.exported() && tree.names() == null && tree.module() != null) {
        whole.add(target(tree));
      }
    }
    return whole;
  }

  List<Change> changes() {
    before.forEach((target, tree) -> compare(target, tree, now.get(target)));
    now.forEach(
        (target, tree) -> {
          if (!before.containsKey(target)) {
            compare(target, null, tree);
          }
        });
    return changes;
  }

  private static Map<String, ImportDeclaration> byTarget(Manifest manifest) {
    Map<String, ImportDeclaration> targets = new LinkedHashMap<>();
    for (ImportDeclaration tree : manifest.imports()) {
      targets.putIfAbsent(target(tree), tree);
    }
    return targets;
  }

  private static String target(ImportDeclaration tree) {
    if (tree.module() != null) {
      return tree.module().text();
    }
    return tree.partition() == null ? "" : ":" + tree.partition().text();
  }

  private void compare(
      String target, @Nullable ImportDeclaration older, @Nullable ImportDeclaration newer) {
    boolean was = older != null && older.exported();
    boolean is = newer != null && newer.exported();
    if (was && !is) {
      add(
          ChangeKind.REEXPORT_REMOVED,
          Impact.MAJOR,
          target,
          older,
          newer,
          "Uses of what `" + target + "` declares find nothing here.");
    } else if (!was && is) {
      add(
          ChangeKind.REEXPORT_ADDED,
          Impact.MINOR,
          target,
          older,
          newer,
          "Importers find here what `" + target + "` declares; " + othersAlso(target, newer));
    } else if (was && older != null && newer != null) {
      names(target, older, newer);
    } else if (!shown(older).equals(shown(newer))) {
      add(ChangeKind.IMPORT, Impact.PATCH, target, older, newer, "No importer can see it.");
    }
  }

  /** Compares two re-exports of one unit. */
  private void names(String target, ImportDeclaration older, ImportDeclaration newer) {
    NavigableSet<String> lost = names(older);
    lost.removeAll(names(newer));
    NavigableSet<String> won = names(newer);
    won.removeAll(names(older));
    boolean narrowed = newer.names() != null && (older.names() == null || !lost.isEmpty());
    boolean widened = older.names() != null && (newer.names() == null || !won.isEmpty());
    if (narrowed) {
      String what = older.names() == null ? "what is not listed" : UnitComparison.listed(lost);
      add(
          ChangeKind.REEXPORT_REMOVED,
          Impact.MAJOR,
          target,
          older,
          newer,
          "Uses of " + what + " find nothing here.");
    }
    if (widened) {
      add(
          ChangeKind.REEXPORT_ADDED,
          Impact.MINOR,
          target,
          older,
          newer,
          "Importers find more of `" + target + "` here; " + othersAlso(target, newer));
    }
  }

  /**
   * What more names of a target mean for names found before: where either re-export does not list
   * its names, this manifest alone cannot say whether they are the same.
   */
  private String othersAlso(String target, @Nullable ImportDeclaration newer) {
    boolean listed = newer != null && newer.names() != null;
    NavigableSet<String> others = new TreeSet<>();
    now.forEach(
        (other, tree) -> {
          ImportDeclaration older = before.get(other);
          boolean stays = tree.exported() && older != null && older.exported();
          boolean unknown = !listed || tree.names() == null;
          if (stays && unknown && !other.equals(target) && !areSiblings(other, target)) {
            others.add(other);
          }
        });
    return others.isEmpty()
        ? "nobody's use changes."
        : "a name found through " + UnitComparison.listed(others) + " too may become ambiguous.";
  }

  /** Whether both are partitions of the module, whose names are distinct. */
  private static boolean areSiblings(String one, String other) {
    return one.startsWith(":") && other.startsWith(":");
  }

  private static NavigableSet<String> names(ImportDeclaration tree) {
    NavigableSet<String> names = new TreeSet<>();
    if (tree.names() != null) {
      tree.names().stream().map(Identifier::text).forEach(names::add);
    }
    return names;
  }

  private void add(
      ChangeKind kind,
      Impact impact,
      String target,
      @Nullable ImportDeclaration older,
      @Nullable ImportDeclaration newer,
      String consequence) {
    changes.add(new Change(kind, impact, target, shown(older), shown(newer), consequence));
  }

  private static String shown(@Nullable ImportDeclaration tree) {
    return tree == null ? "" : TreePrinter.print(tree);
  }
}
