package org.pinklang.api;

/**
 * Where something is declared.
 *
 * @param name the declared name; empty, at the beginning of the text, for another module
 * @param whole the whole declaration without its comment; the same as {@code name} for locals
 */
public record Definition(SourceRange name, SourceRange whole) {}
