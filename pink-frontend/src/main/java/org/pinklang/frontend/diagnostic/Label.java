package org.pinklang.frontend.diagnostic;

import org.pinklang.frontend.source.Span;

/**
 * A place a diagnostic points at and what is to be said there.
 *
 * @param file logical name of the text
 * @param span the place
 * @param text what stands beside the underlined place, empty for nothing
 */
public record Label(String file, Span span, String text) {}
