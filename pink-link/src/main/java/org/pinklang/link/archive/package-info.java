/**
 * Static archives: objects in, the bytes of an archive out, the same for the same objects; and
 * back, from the bytes of an archive, which nobody vouches for, to the members that a link needs.
 * Never hands bytes to LLVM.
 */
@NullMarked
package org.pinklang.link.archive;

import org.jspecify.annotations.NullMarked;
