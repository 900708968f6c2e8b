package org.pinklang.frontend.generate;

import org.pinklang.frontend.type.PinkType;

/**
 * Something that can be read by name.
 *
 * @param text how it is written here
 * @param assignable whether it may be assigned
 * @param addressable whether its address may be taken
 * @param depth 0 for parameters, more for inner blocks, −1 for globals: what it points at lives at
 *     least as long as variables of that depth
 */
record Variable(String text, PinkType type, boolean assignable, boolean addressable, int depth) {}
