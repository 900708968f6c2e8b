/**
 * What debuggers are told: from checked functions, locals and types to the steps that say what code
 * was made from.
 *
 * <p>Takes places in texts, declarations and types as the checker knows them; gives metadata, made
 * with {@code codegen.ir}, that instructions and variables refer to. Says nothing of a type but
 * what the unit has read, so that what it says changes only where the unit is compiled again. Knows
 * neither LLVM nor how code is lowered.
 */
@NullMarked
package org.pinklang.codegen.debug;

import org.jspecify.annotations.NullMarked;
