/**
 * Black-box cases kept as files under {@code testdata/}.
 *
 * <p>A case is one {@code .pink} file; lines {@code //// name.pink} cut it into several texts. What
 * must be reported stands beside it: {@code //~ PK0131 part of the message} for its own line,
 * {@code //~^} for the line above, {@code //~^^} for the one above that; several may stand on one
 * line. Every diagnostic must be expected and every expected one reported. Files of expected output
 * stand beside the case. With {@code -Dpink.accept} both are written anew instead of compared.
 */
@NullMarked
package org.pinklang.frontend.testdata;

import org.jspecify.annotations.NullMarked;
