/**
 * From checked units to bytes: objects, assembly, IR and bitcode.
 *
 * <p>Takes a {@link org.pinklang.codegen.emit.CodegenRequest}; gives a {@link
 * org.pinklang.codegen.emit.CodegenResult}. The bytes are a function of the request alone: not of
 * the thread, the time, the place of the sources, or what was generated before and found again in a
 * {@link org.pinklang.codegen.emit.CodeCache}. Never writes a file.
 */
@NullMarked
package org.pinklang.codegen.emit;

import org.jspecify.annotations.NullMarked;
