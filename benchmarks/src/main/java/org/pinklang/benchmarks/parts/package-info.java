/**
 * What each part of the compiler costs by itself, on one program held in memory: time, lines and
 * bytes of text a second, bytes of memory a line. {@link org.pinklang.benchmarks.parts.PartsReport}
 * runs all of it; only figures of one run are compared.
 */
@NullMarked
package org.pinklang.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
