/**
 * Programs of many modules, the same in several languages, in the shapes that make compilers slow:
 * layers, a chain, a fan, cycles, one huge module, structs and constants. Takes a shape and a size,
 * gives texts by their names, before and after an edit. Never knows who compiles them.
 */
@NullMarked
package org.pinklang.benchmarks.generated;

import org.jspecify.annotations.NullMarked;
