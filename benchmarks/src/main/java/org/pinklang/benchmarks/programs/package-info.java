/**
 * The same programs in Pink and in C, compiled, run in turn, and set against each other: the time
 * they take and the instructions they execute. Prints a table of one run; what it showed is in
 * {@code docs/code-quality.md}. Knows the compiler by its command alone.
 */
@NullMarked
package org.pinklang.benchmarks.programs;

import org.jspecify.annotations.NullMarked;
