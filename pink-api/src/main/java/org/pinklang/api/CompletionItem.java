package org.pinklang.api;

/**
 * Something that can be written at a place.
 *
 * @param name as an editor lists it, and what the user's prefix is matched against
 * @param kind what it is
 * @param detail how it is declared, on one line; empty for keywords
 * @param documentation the comment before its declaration; empty for none
 * @param insertText what is to stand in place of the word that is there
 */
public record CompletionItem(
    String name, SymbolKind kind, String detail, String documentation, String insertText) {}
