package org.pinklang.frontend.query;

import java.util.List;
import org.pinklang.frontend.source.Span;

/**
 * What can be written at a place.
 *
 * @param replaced the word there, which an inserted text replaces; empty where there is none
 * @param items the most likely first, each once; whatever fits the place, also what does not begin
 *     as the word does: who shows them filters while the user types on
 */
public record CompletionList(Span replaced, List<CompletionItem> items) {

  /** Copies the list. */
  public CompletionList {
    items = List.copyOf(items);
  }
}
