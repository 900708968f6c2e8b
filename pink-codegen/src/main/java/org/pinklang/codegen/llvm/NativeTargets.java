package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.global.LLVM;

/** The targets code can be generated for, made known to LLVM once, before anybody looks one up. */
final class NativeTargets {
  private NativeTargets() {}

  static void register() {
    registerX86();
    registerAArch64();
    registerRiscV();
    registerWebAssembly();
  }

  private static void registerX86() {
    LLVM.LLVMInitializeX86TargetInfo();
    LLVM.LLVMInitializeX86Target();
    LLVM.LLVMInitializeX86TargetMC();
    LLVM.LLVMInitializeX86AsmPrinter();
    LLVM.LLVMInitializeX86AsmParser();
  }

  private static void registerAArch64() {
    LLVM.LLVMInitializeAArch64TargetInfo();
    LLVM.LLVMInitializeAArch64Target();
    LLVM.LLVMInitializeAArch64TargetMC();
    LLVM.LLVMInitializeAArch64AsmPrinter();
    LLVM.LLVMInitializeAArch64AsmParser();
  }

  private static void registerRiscV() {
    LLVM.LLVMInitializeRISCVTargetInfo();
    LLVM.LLVMInitializeRISCVTarget();
    LLVM.LLVMInitializeRISCVTargetMC();
    LLVM.LLVMInitializeRISCVAsmPrinter();
    LLVM.LLVMInitializeRISCVAsmParser();
  }

  private static void registerWebAssembly() {
    LLVM.LLVMInitializeWebAssemblyTargetInfo();
    LLVM.LLVMInitializeWebAssemblyTarget();
    LLVM.LLVMInitializeWebAssemblyTargetMC();
    LLVM.LLVMInitializeWebAssemblyAsmPrinter();
    LLVM.LLVMInitializeWebAssemblyAsmParser();
  }
}
