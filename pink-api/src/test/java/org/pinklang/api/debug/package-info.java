/** What debuggers see of compiled programs, with the real tools where there are any. */
@NullMarked
package org.pinklang.api.debug;

import org.jspecify.annotations.NullMarked;
