/**
 * The questions an editor asks about one text: what a name stands for and where it is declared,
 * what has which type, what the text declares, and what can be written at a place.
 *
 * <p>Takes the text, tree and outline of one unit and what the checks of its build share; gives a
 * {@link org.pinklang.frontend.query.UnitIndex}, an {@link org.pinklang.frontend.query.Outline} and
 * {@link org.pinklang.frontend.query.Completion completions}. The checker answers; nothing here
 * repeats a rule of the language. Every text has answers, however broken, and none throws.
 *
 * <p>Offsets are byte offsets into the UTF-8 text, as everywhere in the front end; {@link
 * org.pinklang.frontend.source.SourceText} turns them into lines and columns. An offset from 0 to
 * the length of the text, both included, is a place; a name is at its first byte, at every other of
 * its bytes and behind its last, where a caret stands after typing it.
 */
@NullMarked
package org.pinklang.frontend.query;

import org.jspecify.annotations.NullMarked;
