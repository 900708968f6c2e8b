/**
 * A program that hands structs, slices and functions to Pink and gets them back.
 *
 * <p>Takes measurements; gives a summary. Never writes a file.
 */
@NullMarked
package org.pinklang.examples.values;

import org.jspecify.annotations.NullMarked;
