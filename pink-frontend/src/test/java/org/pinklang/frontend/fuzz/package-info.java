/** Texts that nobody would write, given to the whole front end. */
@NullMarked
package org.pinklang.frontend.fuzz;

import org.jspecify.annotations.NullMarked;
