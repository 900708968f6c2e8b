package org.pinklang.codegen.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.GenerationControl;
import org.pinklang.codegen.emit.ModuleGenerator;
import org.pinklang.codegen.emit.ModuleJob;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.UnselectableCode;

/** What goes wrong in a child, and what its parent says of it. */
enum Fault {
  KILLED("was killed (SIGKILL") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) throws Exception {
      signal("KILL");
    }
  },
  SEGMENTATION_FAULT("crashed (SIGSEGV)") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) {
      LLVM.LLVMContextDispose(new LLVMContextRef(new Nowhere()));
    }
  },
  ABORT("crashed (SIGABRT") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) throws Exception {
      signal("ABRT");
    }
  },
  HANG("did not finish within") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) throws Exception {
      Thread.sleep(Long.MAX_VALUE);
    }
  },
  JAVA_MEMORY("ran out of memory for Java objects") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) {
      List<byte[]> all = new ArrayList<>();
      while (true) {
        all.add(new byte[8 << 20]);
      }
    }
  },
  NATIVE_MEMORY("crashed (SIG") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) {
      LLVMContextRef context = LLVM.LLVMContextCreate();
      LLVMBuilderRef builder = LLVM.LLVMCreateBuilderInContext(context);
      LLVMValueRef value = LLVM.LLVMConstInt(LLVM.LLVMInt64TypeInContext(context), 0, 0);
      LLVMBasicBlockRef block = LLVM.LLVMCreateBasicBlockInContext(context, "");
      LLVM.LLVMBuildSwitch(builder, value, block, 0x3FFF_FFF0);
    }
  },
  FATAL_ERROR("says: LLVM met a fatal error") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) {
      CodegenOptions options =
          CodegenOptions.of(TargetDescription.X86_64_LINUX, OptimizationLevel.O0);
      ModuleJob job = new ModuleJob("fatal", options, OutputKind.OBJECT, UnselectableCode.steps());
      generator.generate(job, functions -> new byte[0], control);
    }
  },
  EXIT("ended by itself (exit status 9)") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) {
      Runtime.getRuntime().halt(9);
    }
  },
  GARBAGE("sent what is no answer") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) throws IOException {
      new FileOutputStream(FileDescriptor.out)
          .write("LLVM says hello\n".repeat(9).getBytes(US_ASCII));
    }
  },
  EXCEPTION("says: java.lang.IllegalStateException: a bug") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) {
      throw new IllegalStateException("a bug");
    }
  },
  FAILED_READING("says: java.io.UncheckedIOException: java.io.IOException: unreadable") {
    @Override
    void strike(ModuleGenerator generator, GenerationControl control) {
      throw new UncheckedIOException(new IOException("unreadable"));
    }
  };

  private final String said;

  Fault(String said) {
    this.said = said;
  }

  /** What the parent's exception says. */
  String said() {
    return said;
  }

  /** Does the damage. */
  abstract void strike(ModuleGenerator generator, GenerationControl control) throws Exception;

  /** An address at which there is nothing. */
  private static final class Nowhere extends Pointer {
    private Nowhere() {
      address = 16;
    }
  }

  private static void signal(String name) throws Exception {
    String pid = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    Thread.sleep(Long.MAX_VALUE);
  }
}
