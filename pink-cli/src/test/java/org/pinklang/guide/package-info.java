/**
 * The guides do what they say: their files are written, their commands and their Java code run, and
 * their pictures are drawn of real builds. {@code -Dpink.accept} writes into the guides what came
 * out.
 */
@NullMarked
package org.pinklang.guide;

import org.jspecify.annotations.NullMarked;
