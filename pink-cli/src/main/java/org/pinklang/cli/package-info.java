/**
 * The {@code pink} command.
 *
 * <p>Takes a command line; gives results on standard output, diagnostics on standard error and an
 * exit status. A thin client of {@code org.pinklang.api}: it decides how things are shown, never
 * what they are.
 */
@NullMarked
package org.pinklang.cli;

import org.jspecify.annotations.NullMarked;
