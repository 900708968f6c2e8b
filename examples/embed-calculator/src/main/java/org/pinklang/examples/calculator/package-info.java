/**
 * A program that compiles its user's formula and calls it: how a host embeds Pink.
 *
 * <p>Takes a formula as text; gives numbers. Never writes a file.
 */
@NullMarked
package org.pinklang.examples.calculator;

import org.jspecify.annotations.NullMarked;
