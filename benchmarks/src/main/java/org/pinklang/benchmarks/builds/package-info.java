/**
 * Whole builds of generated programs, from nothing and after edits of each kind, by Pink, by other
 * compilers and by LLVM alone, in turn. Gives tables of one run; what one showed is in {@code
 * docs/performance.md}. Knows the compiler as its users do: by its API and its command.
 */
@NullMarked
package org.pinklang.benchmarks.builds;

import org.jspecify.annotations.NullMarked;
