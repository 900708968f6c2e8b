package org.pinklang.link.load;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.llvm.NativeLibraries;
import org.pinklang.link.object.MalformedObjectException;
import org.pinklang.link.object.ObjectSymbols;

/** The C functions that this process has, and those of the C library's part for mathematics. */
final class ProcessSymbols {
  private static final String MATHEMATICS = "libm.so.6";

  private ProcessSymbols() {}

  private static final class Opened {
    static final boolean PROCESS = LLVM.LLVMLoadLibraryPermanently((BytePointer) null) == 0;
  }

  private static final class OpenedMathematics {
    static final boolean LIBRARY = LLVM.LLVMLoadLibraryPermanently(MATHEMATICS) == 0;
  }

  /** The address of a C function or variable, or 0. */
  static long find(String symbol) {
    NativeLibraries.load();
    long found = Opened.PROCESS ? search(symbol) : 0;
    return found == 0 && OpenedMathematics.LIBRARY ? search(symbol) : found;
  }

  private static long search(String symbol) {
    try (BytePointer name = new BytePointer(symbol)) {
      Pointer address = LLVM.LLVMSearchForAddressOfSymbol(name);
      return address == null ? 0 : address.address();
    }
  }

  /** Gives an object of the runtime the C functions it needs. */
  static void defineNeeded(byte[] object, OrcJit jit) {
    try {
      for (String symbol : ObjectSymbols.ofElf(object).undefined()) {
        jit.define(symbol, find(symbol));
      }
    } catch (MalformedObjectException e) {
      throw new IllegalStateException("the runtime is damaged", e);
    }
  }
}
