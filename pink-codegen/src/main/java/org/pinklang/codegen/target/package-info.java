/**
 * What code is generated for.
 *
 * <p>Takes a target's name; gives its {@link org.pinklang.codegen.target.TargetDescription
 * description} and, through its {@link org.pinklang.codegen.target.CallingConvention calling
 * convention}, how each parameter and result of a function type travels. Never knows LLVM's API.
 */
@NullMarked
package org.pinklang.codegen.target;

import org.jspecify.annotations.NullMarked;
