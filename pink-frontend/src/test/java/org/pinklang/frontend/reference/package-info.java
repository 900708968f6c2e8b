/**
 * The reference evaluator: runs checked units by walking their typed trees.
 *
 * <p>Takes {@link org.pinklang.frontend.typed.CheckedUnit}s; gives what a function returns, or the
 * panic it ends with, and what it printed. Slow and plain on purpose, and shares nothing with the
 * constant evaluator or code generation: it is what they are compared with.
 */
@NullMarked
package org.pinklang.frontend.reference;

import org.jspecify.annotations.NullMarked;
