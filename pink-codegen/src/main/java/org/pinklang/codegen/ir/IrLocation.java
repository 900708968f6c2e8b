package org.pinklang.codegen.ir;

/**
 * Where instructions come from.
 *
 * @param line from 1
 * @param column from 1
 * @param scope the function or block of the program
 */
public record IrLocation(int line, int column, IrMetadata scope) {

  /** A place that only LLVM knows. */
  static final IrLocation ELSEWHERE = new IrLocation(0, 0, new IrMetadata(-1));
}
