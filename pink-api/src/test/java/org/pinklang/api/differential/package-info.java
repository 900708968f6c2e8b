/** Generated programs, compiled and in the reference evaluator. */
@NullMarked
package org.pinklang.api.differential;

import org.jspecify.annotations.NullMarked;
