package org.pinklang.api;

/**
 * A place where a text names something.
 *
 * @param range the name
 * @param declaration whether it is declared there
 */
public record Reference(SourceRange range, boolean declaration) {}
