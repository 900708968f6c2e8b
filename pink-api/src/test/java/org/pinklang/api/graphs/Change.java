package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fault adds to a graph. In every text {@code $m} stands for the module it is in, {@code $s}
 * for the path of its primary unit without suffix and {@code $i} for a number that no other fault
 * of the graph has. Immutable.
 *
 * @param imports added to the primary unit of the module
 * @param declarations added to it
 * @param files whole further files
 */
record Change(List<String> imports, List<String> declarations, List<File> files) {

  /**
   * A further file.
   *
   * @param path below the source root
   * @param text what is in it
   */
  record File(String path, String text) {}

  static Change declaring(String declarations) {
    return new Change(List.of(), List.of(declarations), List.of());
  }

  static Change importing(String imports) {
    return new Change(List.of(imports), List.of(), List.of());
  }

  static Change adding(String path, String text) {
    return new Change(List.of(), List.of(), List.of(new File(path, text)));
  }

  /** This change and another one. */
  Change and(Change other) {
    return new Change(
        joined(imports, other.imports),
        joined(declarations, other.declarations),
        joined(files, other.files));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /** Makes the change to a module. */
  void apply(Draft draft, ModulePlan module, int number) {
    Draft.UnitText unit = draft.unit(module.primary().path(), module.primary().head());
    imports.forEach(line -> unit.addImport(filled(line, module, number)));
    declarations.forEach(lines -> unit.addDeclaration(filled(lines, module, number)));
    for (File file : files) {
      draft.unit(filled(file.path, module, number), filled(file.text, module, number).strip());
    }
  }

  private static String filled(String text, ModulePlan module, int number) {
    return text.replace("$m", module.name)
        .replace("$s", module.name.replace('.', '/'))
        .replace("$i", "" + number);
  }
}
