/**
 * Types and the identities of declarations.
 *
 * <p>Gives {@link org.pinklang.frontend.type.PinkType}, compared by value, {@link
 * org.pinklang.frontend.type.SymbolId}, which is identity only, and the layout of types on a
 * target. Never refers to a tree or a text.
 */
@NullMarked
package org.pinklang.frontend.type;

import org.jspecify.annotations.NullMarked;
