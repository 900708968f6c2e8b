package org.pinklang.api;

/**
 * A place in a text. Lines and columns count from 1, columns in Unicode scalar values.
 *
 * @param file logical name of the text
 * @param line of the first character
 * @param column of the first character
 * @param endLine of the place after the last character
 * @param endColumn of the place after the last character
 */
public record SourceRange(String file, int line, int column, int endLine, int endColumn) {

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
