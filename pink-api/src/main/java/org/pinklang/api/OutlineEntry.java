package org.pinklang.api;

import java.util.List;

/**
 * One declaration of a text, with what it declares inside.
 *
 * @param kind what is declared
 * @param name the declared name; the module's for the unit declaration
 * @param detail how it is declared, on one line
 * @param documentation the comment before it; empty for none
 * @param exported whether {@code export} stands before it
 * @param range all of the declaration, its comment not included
 * @param nameRange the name alone; inside {@code range}
 * @param children fields or alternatives, in the order of the text
 */
public record OutlineEntry(
    SymbolKind kind,
    String name,
    String detail,
    String documentation,
    boolean exported,
    SourceRange range,
    SourceRange nameRange,
    List<OutlineEntry> children) {

  /** Copies the list. */
  public OutlineEntry {
    children = List.copyOf(children);
  }
}
