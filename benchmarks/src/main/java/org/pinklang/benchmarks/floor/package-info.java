/**
 * The floor of whole builds: the functions of a generated program made into objects straight from
 * memory, by LLVM's C API alone, and linked.
 *
 * <p>Takes the numbers that tell one function of the program from another; gives an executable that
 * prints what Pink's prints, and what each phase took. Knows neither a front end nor the code
 * generator: what a build takes beyond this is Pink's own.
 */
@NullMarked
package org.pinklang.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
