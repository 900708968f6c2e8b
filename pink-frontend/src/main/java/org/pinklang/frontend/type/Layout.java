package org.pinklang.frontend.type;

/**
 * Size and alignment of a type on a target.
 *
 * @param size bytes, a multiple of the alignment; 0 for types without storage
 * @param alignment bytes, a power of two
 */
public record Layout(long size, int alignment) {}
