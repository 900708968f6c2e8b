/**
 * LLVM's C API as owned handles.
 *
 * <p>Gives contexts, modules, an instruction builder, target machines and the outcome of emission
 * as bytes. Every handle is {@link java.lang.AutoCloseable} and closed exactly once, by whoever
 * made it; what lives inside a context (types, values, blocks) dies with it. Nothing of {@code
 * org.bytedeco} leaves this package but to the module that links. Never knows the language: there
 * are no Pink types here.
 *
 * <p>A context and all that belongs to it is used by one thread at a time; different contexts are
 * independent.
 */
@NullMarked
package org.pinklang.codegen.llvm;

import org.jspecify.annotations.NullMarked;
