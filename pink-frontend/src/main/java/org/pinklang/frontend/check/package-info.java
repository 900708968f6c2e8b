/**
 * Checking: from a tree and the manifests it asks for to a checked unit.
 *
 * <p>Takes the tree of one unit and the answers to its imports; gives a {@link
 * org.pinklang.frontend.typed.CheckedUnit} or diagnostics, and what was read of other units. A pure
 * function: never reads a file, waits for another unit or lowers anything.
 */
@NullMarked
package org.pinklang.frontend.check;

import org.jspecify.annotations.NullMarked;
