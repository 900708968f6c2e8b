/**
 * From text to tree.
 *
 * <p>Takes a {@link org.pinklang.frontend.source.SourceText}; gives a {@link
 * org.pinklang.frontend.parse.ParseResult}, which always holds a tree and every independent error
 * of the text, or the {@link org.pinklang.frontend.parse.HeadScan} of its unit declaration and
 * imports. Never fails, never resolves a name and never looks at another text.
 */
@NullMarked
package org.pinklang.frontend.parse;

import org.jspecify.annotations.NullMarked;
