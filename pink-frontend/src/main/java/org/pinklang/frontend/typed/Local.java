package org.pinklang.frontend.typed;

import org.pinklang.frontend.type.PinkType;

/**
 * A parameter, local, loop variable or binder of one function.
 *
 * @param id its index in the function's list of locals
 * @param name as written, for debug information
 * @param type its declared type (narrowing is written at the uses)
 * @param offset where the name stands
 */
public record Local(int id, String name, PinkType type, int offset) {}
