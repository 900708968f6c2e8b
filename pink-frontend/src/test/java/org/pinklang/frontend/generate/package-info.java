/**
 * Generates valid programs at random.
 *
 * <p>Takes a seed and a size; gives the texts of a program of several modules that import each
 * other in cycles, with a function {@code entry} whose result depends on everything that was
 * evaluated. The same seed and size give the same texts. Programs end, as a rule, but may panic.
 */
@NullMarked
package org.pinklang.frontend.generate;

import org.jspecify.annotations.NullMarked;
