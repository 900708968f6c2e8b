package org.pinklang.frontend.query;

import org.pinklang.frontend.check.Referent;
import org.pinklang.frontend.source.Span;

/**
 * A name in a text that stands for something.
 *
 * @param span where the name stands
 * @param declares whether it is declared here
 */
public record Occurrence(Span span, Referent referent, boolean declares) {}
