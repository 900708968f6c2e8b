/**
 * What all of code generation shares: the options, and the one exception.
 *
 * <p>The parts: {@code codegen.target} describes targets, {@code codegen.llvm} holds LLVM, {@code
 * codegen.lower} makes LLVM modules of checked units, {@code codegen.emit} makes bytes of those.
 */
@NullMarked
package org.pinklang.codegen;

import org.jspecify.annotations.NullMarked;
