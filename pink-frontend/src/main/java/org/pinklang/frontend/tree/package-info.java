/**
 * The syntax tree of one text: immutable records that say what was written, and where.
 *
 * <p>Every node carries the byte offsets of its first byte and of the byte after its last. Chains
 * (binary operators of one level, prefix operators, suffixes, casts, assignments, {@code else if})
 * are one node with a list, so that the depth of a tree is the depth of nesting only. Never holds a
 * type, a symbol or a parent.
 */
@NullMarked
package org.pinklang.frontend.tree;

import org.jspecify.annotations.NullMarked;
