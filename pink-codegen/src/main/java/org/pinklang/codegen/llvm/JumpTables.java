package org.pinklang.codegen.llvm;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.target.TargetDescription;

/**
 * From how many cases on LLVM makes a table of a {@code switch}. That is one variable of the
 * process, which the back ends for WebAssembly and RISC-V set when one of their machines is first
 * used, and which all others read. So that what a module becomes does not depend on the targets
 * that the process has met before, modules for targets with different numbers take turns, and the
 * number is set whenever another one is wanted. Safe for any number of threads.
 */
final class JumpTables {
  private static final String OPTION = "-min-jump-table-entries=";
  private static final int USUAL_CASES = 4;
  private static final int RISCV_CASES = 5;
  private static final int WASM_CASES = 2;

  /** LLVM begins with the usual one. */
  private int cases = USUAL_CASES;

  private int users;

  /**
   * Waits until no module is at work for a target with another number, then sets this target's.
   *
   * @param checkUsable throws where waiting has become pointless; asked after each {@link #wake}
   */
  synchronized void enter(TargetDescription target, Runnable checkUsable) {
    int wanted = cases(target);
    boolean interrupted = false;
    try {
      while (users > 0 && cases != wanted) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
        checkUsable.run();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (cases != wanted) {
      set(wanted);
      cases = wanted;
    }
    users++;
  }

  /** Says that a module is done for which {@link #enter} was called. */
  synchronized void leave() {
    users--;
    notifyAll();
  }

  /** Has everyone who waits look whether that is still of use. */
  synchronized void wake() {
    notifyAll();
  }

  private static int cases(TargetDescription target) {
    String triple = target.triple();
    if (triple.startsWith("wasm")) {
      return WASM_CASES;
    }
    return triple.startsWith("riscv") ? RISCV_CASES : USUAL_CASES;
  }

  private static void set(int cases) {
    try (BytePointer program = new BytePointer("pink");
        BytePointer option = new BytePointer(OPTION + cases);
        BytePointer overview = new BytePointer("");
        PointerPointer<BytePointer> words = new PointerPointer<>(program, option)) {
      LLVM.LLVMParseCommandLineOptions(2, words, overview);
    }
  }
}
