package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;

/**
 * A unit of a described program.
 *
 * @param module empty for the program unit
 * @param part the name of a partition, or what tells implementation units apart
 * @param folder where the file lies below the source root; empty or ending in a slash
 * @param layout decides about blanks and comments; 0 for none but what is needed
 * @param fault a declaration that is wrong; empty for none
 */
record Unit(
    Kind kind,
    String module,
    String part,
    String folder,
    List<Import> imports,
    List<Item> items,
    int layout,
    String fault) {

  /** The kinds of units. */
  enum Kind {
    PRIMARY,
    PARTITION,
    INTERNAL,
    IMPLEMENTATION,
    PROGRAM
  }

  /**
   * An import of another module.
   *
   * @param alias empty for none
   * @param listed names that are usable unqualified
   */
  record Import(String module, String alias, List<String> listed, boolean exported) {}

  /** Copies the lists. */
  Unit {
    imports = List.copyOf(imports);
    items = List.copyOf(items);
  }

  boolean isInterface() {
    return kind == Kind.PRIMARY || kind == Kind.PARTITION;
  }

  /** What messages and counters call it. */
  String logicalName() {
    return switch (kind) {
      case PROGRAM -> folder + "main.pink";
      case PRIMARY -> module + ".pink";
      case PARTITION, INTERNAL -> module + "-" + part + ".pink";
      case IMPLEMENTATION -> module + "+" + part + ".pink";
    };
  }

  String path() {
    return kind == Kind.PROGRAM ? logicalName() : folder + logicalName();
  }

  Unit withItems(List<Item> others) {
    return new Unit(kind, module, part, folder, imports, others, layout, fault);
  }

  Unit with(Item added) {
    List<Item> more = new ArrayList<>(items);
    more.add(added);
    return withItems(more);
  }

  Unit replacing(Item before, Item after) {
    return withItems(items.stream().map(item -> item == before ? after : item).toList());
  }

  Unit without(Item gone) {
    return withItems(items.stream().filter(item -> item != gone).toList());
  }

  Unit withImports(List<Import> others) {
    return new Unit(kind, module, part, folder, others, items, layout, fault);
  }

  Unit withLayout(int other) {
    return new Unit(kind, module, part, folder, imports, items, other, fault);
  }

  Unit withFault(String other) {
    return new Unit(kind, module, part, folder, imports, items, layout, other);
  }

  Unit in(String other) {
    return new Unit(kind, module, part, other, imports, items, layout, fault);
  }

  /** The import of a module; one that says nothing where there is none. */
  Import importOf(String target) {
    return imports.stream()
        .filter(candidate -> candidate.module().equals(target))
        .findFirst()
        .orElse(new Import("", "", List.of(), false));
  }
}
