package org.pinklang.frontend.query;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.Referent;

/**
 * Something that can be written at a place.
 *
 * @param name as an editor lists it, and what a prefix is matched against
 * @param detail how it is declared, on one line; empty for keywords
 * @param documentation the comment before its declaration; empty for none
 * @param insertText what is to stand in place of the word that is there
 * @param referent what it is; null for keywords and elements of tuples
 */
public record CompletionItem(
    String name,
    SymbolKind kind,
    String detail,
    String documentation,
    String insertText,
    @Nullable Referent referent) {

  static CompletionItem of(Symbol symbol, String insertText) {
    return new CompletionItem(
        symbol.name(),
        symbol.kind(),
        symbol.detail(),
        symbol.documentation(),
        insertText,
        symbol.referent());
  }

  static CompletionItem keyword(String keyword) {
    return new CompletionItem(keyword, SymbolKind.KEYWORD, "", "", keyword, null);
  }
}
