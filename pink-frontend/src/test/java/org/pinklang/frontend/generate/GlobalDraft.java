package org.pinklang.frontend.generate;

import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/**
 * A global.
 *
 * @param index constants refer to constants of smaller index only
 */
record GlobalDraft(SymbolId symbol, PinkType type, boolean constant, boolean exported, int index) {}
