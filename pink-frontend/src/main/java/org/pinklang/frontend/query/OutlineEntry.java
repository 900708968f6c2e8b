package org.pinklang.frontend.query;

import java.util.List;
import org.pinklang.frontend.source.Span;

/**
 * One declaration of a text, with what it declares inside.
 *
 * @param name the declared name; the module's for the unit declaration
 * @param detail how it is declared, on one line
 * @param documentation the comment before it; empty for none
 * @param exported whether {@code export} stands before it
 * @param whole all of the declaration, its comment not included
 * @param nameSpan the name alone; inside {@code whole}
 * @param children fields or alternatives, in the order of the text
 */
public record OutlineEntry(
    SymbolKind kind,
    String name,
    String detail,
    String documentation,
    boolean exported,
    Span whole,
    Span nameSpan,
    List<OutlineEntry> children) {

  /** Copies the list. */
  public OutlineEntry {
    children = List.copyOf(children);
  }
}
