/**
 * The checked unit as data: what checking gives and code generation takes.
 *
 * <p>Every expression has its type, every name its symbol, every implicit step (dereferencing,
 * widening, the receiver of a method call) is written out. Nothing here decides anything, refers to
 * a syntax tree or knows a target's instructions.
 *
 * <p>Trees are as deep as what was written is nested or chained (100,000 operators in one chain are
 * legal): whoever walks them recursively does so on a thread with a large stack.
 */
@NullMarked
package org.pinklang.frontend.typed;

import org.jspecify.annotations.NullMarked;
