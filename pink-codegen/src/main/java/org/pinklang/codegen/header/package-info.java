/**
 * Headers for C and C++: what modules export, as C declares it.
 *
 * <p>Takes manifests, what else a build knows of types, and a target; gives a text that compilers
 * of C11 and C++11 accept. Never loads LLVM.
 */
@NullMarked
package org.pinklang.codegen.header;

import org.jspecify.annotations.NullMarked;
