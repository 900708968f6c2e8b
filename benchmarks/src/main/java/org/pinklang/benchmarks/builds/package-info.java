/**
 * Whole builds of one generated program, after edits of each kind, beside what else there is: the
 * link alone, a process that only starts, builds of the same program in C. Prints a table of one
 * run; what it showed is in {@code docs/performance.md}. Knows the compiler as its users do: by its
 * API and its command.
 */
@NullMarked
package org.pinklang.benchmarks.builds;

import org.jspecify.annotations.NullMarked;
