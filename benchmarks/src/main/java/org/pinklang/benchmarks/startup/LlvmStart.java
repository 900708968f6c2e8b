package org.pinklang.benchmarks.startup;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.llvm.NativeLibraries;

/** Loads LLVM and makes the object of one function that adds two numbers. */
public final class LlvmStart {
  private LlvmStart() {}

  /** Does it once. */
  public static void main(String[] arguments) {
    NativeLibraries.load();
    LLVM.LLVMInitializeNativeTarget();
    LLVM.LLVMInitializeNativeAsmPrinter();
    LLVMContextRef context = LLVM.LLVMContextCreate();
    LLVMModuleRef module = LLVM.LLVMModuleCreateWithNameInContext("start", context);
    addFunction(context, module);
    if (emit(module) == 0) {
      throw new IllegalStateException("no object was made");
    }
  }

  private static void addFunction(LLVMContextRef context, LLVMModuleRef module) {
    LLVMTypeRef integer = LLVM.LLVMInt64TypeInContext(context);
    LLVMTypeRef type = LLVM.LLVMFunctionType(integer, new PointerPointer<>(integer, integer), 2, 0);
    LLVMValueRef function = LLVM.LLVMAddFunction(module, "add", type);
    LLVMBasicBlockRef entry = LLVM.LLVMAppendBasicBlockInContext(context, function, "");
    LLVMBuilderRef builder = LLVM.LLVMCreateBuilderInContext(context);
    LLVM.LLVMPositionBuilderAtEnd(builder, entry);
    LLVMValueRef sum =
        LLVM.LLVMBuildAdd(
            builder, LLVM.LLVMGetParam(function, 0), LLVM.LLVMGetParam(function, 1), "");
    LLVM.LLVMBuildRet(builder, sum);
  }

  /** How many bytes the object has. */
  private static long emit(LLVMModuleRef module) {
    BytePointer triple = LLVM.LLVMGetDefaultTargetTriple();
    LLVMTargetRef target = new LLVMTargetRef();
    BytePointer message = new BytePointer();
    if (LLVM.LLVMGetTargetFromTriple(triple, target, message) != 0) {
      throw new IllegalStateException(message.getString());
    }
    LLVMTargetMachineRef machine =
        LLVM.LLVMCreateTargetMachine(
            target,
            triple,
            new BytePointer(""),
            new BytePointer(""),
            LLVM.LLVMCodeGenLevelNone,
            LLVM.LLVMRelocPIC,
            LLVM.LLVMCodeModelDefault);
    LLVMMemoryBufferRef object = new LLVMMemoryBufferRef();
    if (LLVM.LLVMTargetMachineEmitToMemoryBuffer(
            machine, module, LLVM.LLVMObjectFile, message, object)
        != 0) {
      throw new IllegalStateException(message.getString());
    }
    return LLVM.LLVMGetBufferSize(object);
  }
}
