package org.pinklang.codegen.debug;

import org.pinklang.codegen.ir.IrValue;
import org.pinklang.frontend.typed.Local;

/**
 * What debuggers are told of one function while it is lowered: where the instructions come from and
 * where the variables live. For one thread.
 */
public interface FunctionDebug {

  /** Tells nothing. */
  FunctionDebug NONE =
      new FunctionDebug() {
        @Override
        public void locate(int offset) {}

        @Override
        public void enterBlock(int offset) {}

        @Override
        public void leaveBlock() {}

        @Override
        public void declare(Local local, IrValue address) {}

        @Override
        public void declareParameter(Local local, int number, IrValue address) {}
      };

  /** Lets the instructions that follow come from what begins at an offset. */
  void locate(int offset);

  /** Begins a block of the program, one inside another. */
  void enterBlock(int offset);

  /** Ends the block that was begun last. */
  void leaveBlock();

  /** Lets a local of the block live at an address from here on. */
  void declare(Local local, IrValue address);

  /**
   * Lets a parameter live at an address.
   *
   * @param number from 1
   */
  void declareParameter(Local local, int number, IrValue address);
}
