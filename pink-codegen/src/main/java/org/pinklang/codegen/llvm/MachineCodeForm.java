package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.global.LLVM;

/** In which form a target machine gives its code. */
public enum MachineCodeForm {
  /** An object file. */
  OBJECT(LLVM.LLVMObjectFile),
  /** Assembly language. */
  ASSEMBLY(LLVM.LLVMAssemblyFile);

  private final int fileType;

  MachineCodeForm(int fileType) {
    this.fileType = fileType;
  }

  int fileType() {
    return fileType;
  }
}
