package org.pinklang.frontend.tree;

/**
 * The comment that documents what follows it.
 *
 * @param text the lines without comment marks and without the one space after them, joined by line
 *     feeds
 */
public record Documentation(String text, int start, int end) implements Node {}
