package org.pinklang.frontend.query;

import org.pinklang.frontend.source.Span;

/**
 * Where something is declared.
 *
 * @param file logical name of the text
 * @param name where the declared name stands; empty at the beginning for a module of which only a
 *     manifest is there
 * @param whole the whole declaration without its comment; the same as {@code name} for locals
 */
public record Location(String file, Span name, Span whole) {}
