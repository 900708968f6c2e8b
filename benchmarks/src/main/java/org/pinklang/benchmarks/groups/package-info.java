/**
 * What generating code by groups of functions costs where nothing is known yet, and saves after an
 * edit. Prints ratios of one run; what they were is in {@code docs/incremental-codegen.md}.
 */
@NullMarked
package org.pinklang.benchmarks.groups;

import org.jspecify.annotations.NullMarked;
