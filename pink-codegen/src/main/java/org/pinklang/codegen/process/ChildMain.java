package org.pinklang.codegen.process;

import org.pinklang.codegen.emit.InProcessGenerator;

/** Where a child process begins. */
public final class ChildMain {
  private ChildMain() {}

  /** Generates code for the process that started this one, until that ends. */
  public static void main(String[] arguments) {
    // Not closed: LLVM may be at work when the input ends, and the process ends with it.
    ChildService.run(new InProcessGenerator());
  }
}
