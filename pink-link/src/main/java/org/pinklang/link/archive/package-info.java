/** Static archives: objects in, the bytes of an archive out, the same for the same objects. */
@NullMarked
package org.pinklang.link.archive;

import org.jspecify.annotations.NullMarked;
