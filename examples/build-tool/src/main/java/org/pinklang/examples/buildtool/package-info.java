/**
 * A build tool in a hundred lines: what the compiler does is a library, what remains is policy.
 *
 * <p>Takes a project folder with a {@code pink.properties}; gives a linked program and the number
 * of units it took.
 */
@NullMarked
package org.pinklang.examples.buildtool;

import org.jspecify.annotations.NullMarked;
