/**
 * Relocatable ELF objects for x86-64, as LLVM makes them: read, and several merged into one.
 *
 * <p>Takes the objects of one unit's groups of functions; gives one object. What is read may be
 * damaged: that is a {@link org.pinklang.codegen.object.UnusableObjectException}, never a crash.
 * What LLVM could write but does not for what Pink asks of it is refused the same way. Knows no
 * LLVM, links nothing and resolves only what an assembler would have.
 */
@NullMarked
package org.pinklang.codegen.object;

import org.jspecify.annotations.NullMarked;
