package org.pinklang.frontend.source;

/**
 * A place as people count it: both numbers start at 1.
 *
 * @param line the line, counting line feeds
 * @param column the column in the unit that was asked for
 */
public record LinePosition(int line, int column) {}
