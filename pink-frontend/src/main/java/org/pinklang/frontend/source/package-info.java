/**
 * Source texts and places in them.
 *
 * <p>Takes the bytes of one text; gives {@link org.pinklang.frontend.source.SourceText}, byte
 * offsets, {@link org.pinklang.frontend.source.Span spans} and lines and columns in the three units
 * tools ask for. Never knows where a text came from: a text has a logical name, not a path.
 */
@NullMarked
package org.pinklang.frontend.source;

import org.jspecify.annotations.NullMarked;
