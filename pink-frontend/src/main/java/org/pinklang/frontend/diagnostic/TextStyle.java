package org.pinklang.frontend.diagnostic;

import org.pinklang.frontend.source.ColumnUnit;

/**
 * How diagnostics are written for people.
 *
 * @param colour whether ANSI escape sequences colour the parts
 * @param width how many cells a line may take; longer lines of source are cut around the place
 * @param columns what the columns in the heads count
 */
public record TextStyle(boolean colour, int width, ColumnUnit columns) {
  private static final int LEAST_WIDTH = 40;

  /** No colours, lines of 100 cells, columns in Unicode scalar values. */
  public static final TextStyle PLAIN = new TextStyle(false, 100);

  /** Widens what is too narrow to show anything. */
  public TextStyle {
    width = Math.max(width, LEAST_WIDTH);
  }

  /** Columns in Unicode scalar values. */
  public TextStyle(boolean colour, int width) {
    this(colour, width, ColumnUnit.CODE_POINT);
  }
}
