package org.pinklang.api;

import java.util.List;

/**
 * What can be written at a place.
 *
 * @param replaced the word there, which an inserted text replaces; empty where there is none
 * @param items the most likely first, each once. All that fits the place is here, also what does
 *     not begin as the word does: who shows the items filters them while the user types on
 */
public record Completions(SourceRange replaced, List<CompletionItem> items) {

  /** Copies the list. */
  public Completions {
    items = List.copyOf(items);
  }
}
