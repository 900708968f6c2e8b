/**
 * From checked units to steps for LLVM.
 *
 * <p>Takes a {@link org.pinklang.frontend.typed.CheckedUnit}, a target and an optimisation level;
 * gives a {@link org.pinklang.codegen.lower.LoweredUnit}: the steps, in one module or in several
 * whose machine code is kept apart. Decides nothing about types and reports no user's error: what
 * it is given has been proved.
 *
 * <p>How values are held: scalars in registers, slices as their two scalars, all other aggregates
 * in memory only. Locals and intermediate aggregates live in the entry block's stack slots. What is
 * emitted for level {@code O0} is what LLVM's fast instruction selector takes: scalars of up to 64
 * bits, aggregates moved by {@code memcpy}.
 *
 * <p>Typed trees are walked recursively, so lowering runs on a thread whose stack is large enough
 * for the deepest tree; see {@link org.pinklang.codegen.lower.UnitLowering}.
 */
@NullMarked
package org.pinklang.codegen.lower;

import org.jspecify.annotations.NullMarked;
