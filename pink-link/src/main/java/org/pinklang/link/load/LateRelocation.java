package org.pinklang.link.load;

import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.LoadableObject.Form;

/**
 * An address that cannot be written before it is known where in memory a program is.
 *
 * @param at where it is written, counted from the program's beginning
 * @param symbol whose address it is, from outside; null for one inside
 * @param offset what to add to that, or to the program's beginning
 */
record LateRelocation(Form form, int at, @Nullable String symbol, long offset) {}
