package org.pinklang.api;

/**
 * A part of a text that has a type.
 *
 * @param range the expression, written type or name
 * @param type as Pink writes it, structs and unions with the full names of their modules
 */
public record TypedRange(SourceRange range, String type) {}
