/**
 * Where texts come from: files of any file system, folders searched for modules, texts in memory
 * and the standard modules of the jar.
 *
 * <p>Takes paths and names; gives {@link org.pinklang.modules.source.SourceFile files} to read
 * once, and the {@link org.pinklang.modules.source.UnitPlace place} each unit's name promises.
 * Never knows what a text means.
 */
@NullMarked
package org.pinklang.modules.source;

import org.jspecify.annotations.NullMarked;
