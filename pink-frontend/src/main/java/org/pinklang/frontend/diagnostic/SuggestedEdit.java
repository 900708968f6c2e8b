package org.pinklang.frontend.diagnostic;

import org.pinklang.frontend.source.Span;

/**
 * A replacement that would mend what a diagnostic reports. Edits of one diagnostic with the same
 * description belong together; those with another are another way.
 *
 * @param file logical name of the text to edit
 * @param span what is replaced; empty to insert
 * @param replacement the new text
 * @param description what the edit does, as an imperative: "write the type"
 */
public record SuggestedEdit(String file, Span span, String replacement, String description) {}
