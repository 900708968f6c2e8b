package org.pinklang.frontend.query;

import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.type.PinkType;

/**
 * A part of a text that has a type.
 *
 * @param span the expression, written type or name
 */
public record TypedSpan(Span span, PinkType type) {}
