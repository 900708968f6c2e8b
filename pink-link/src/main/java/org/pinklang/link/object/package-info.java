/**
 * Object files as values: their bytes and the symbols they define and need. It takes bytes, also
 * bytes nobody vouches for, and never hands them to LLVM.
 */
@NullMarked
package org.pinklang.link.object;

import org.jspecify.annotations.NullMarked;
