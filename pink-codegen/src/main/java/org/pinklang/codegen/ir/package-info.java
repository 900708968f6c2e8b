/**
 * What LLVM will be told about a unit: types, symbols and instructions, written down as bytes while
 * the unit is lowered.
 *
 * <p>The bytes are a list of steps that {@code codegen.llvm} carries out, one call of LLVM or a few
 * for each, in the same order; nothing else reaches LLVM. So equal bytes give equal modules, their
 * hash stands for the lowered form, and where a cache has what the form becomes, LLVM is not called
 * at all. Types, values, blocks and attributes belong to the context they were made in. Knows no
 * LLVM and no Pink.
 */
@NullMarked
package org.pinklang.codegen.ir;

import org.jspecify.annotations.NullMarked;
