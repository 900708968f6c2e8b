/**
 * What nothing that uses LLVM from Java can start faster than: a process that loads LLVM and makes
 * one function. Knows of the compiler only how it loads native libraries.
 */
@NullMarked
package org.pinklang.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
