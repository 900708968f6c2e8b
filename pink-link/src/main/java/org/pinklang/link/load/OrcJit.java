package org.pinklang.link.load;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMJITEvaluatedSymbol;
import org.bytedeco.llvm.LLVM.LLVMJITSymbolFlags;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMOrcCSymbolMapPair;
import org.bytedeco.llvm.LLVM.LLVMOrcJITDylibRef;
import org.bytedeco.llvm.LLVM.LLVMOrcLLJITRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.llvm.LlvmBackend;
import org.pinklang.link.object.LinkObject;

/**
 * One instance of LLVM's JIT, used to link objects into this process. Closing frees all code. Not
 * to be closed while another thread uses it; otherwise any thread may call.
 */
final class OrcJit implements CodeImage {
  private final LLVMOrcLLJITRef jit;
  private final LLVMOrcJITDylibRef library;
  private final long errorSession;

  OrcJit() {
    // Before any class of JavaCPP is used: another thread may be loading LLVM.
    LlvmBackend.get();
    jit = new LLVMOrcLLJITRef();
    LLVMErrorRef error = LLVM.LLVMOrcCreateLLJIT(jit, null);
    if (error != null) {
      throw new IllegalStateException("LLVM's JIT cannot start: " + JitErrors.text(error));
    }
    library = LLVM.LLVMOrcLLJITGetMainJITDylib(jit);
    errorSession = JitErrors.get().collect(LLVM.LLVMOrcLLJITGetExecutionSession(jit));
  }

  /**
   * One with objects.
   *
   * @param outside the addresses of what they need and do not define
   */
  static OrcJit of(List<LinkObject> objects, Map<String, Long> outside) {
    OrcJit jit = new OrcJit();
    boolean isDone = false;
    try {
      outside.forEach(jit::define);
      objects.forEach(object -> jit.add(object.name(), object.bytes()));
      isDone = true;
      return jit;
    } finally {
      if (!isDone) {
        jit.close();
      }
    }
  }

  /** Adds an object; it is linked when one of its symbols is looked up. */
  void add(String name, byte[] object) {
    try (BytePointer bytes = new BytePointer(object);
        BytePointer called = new BytePointer(name)) {
      LLVMMemoryBufferRef buffer =
          LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy(bytes, object.length, called);
      check(LLVM.LLVMOrcLLJITAddObjectFile(jit, library, buffer), name);
    }
  }

  /** Gives a symbol an address outside the added objects. */
  void define(String symbol, long address) {
    try (LLVMOrcCSymbolMapPair pair = new LLVMOrcCSymbolMapPair(1);
        LLVMJITEvaluatedSymbol value = new LLVMJITEvaluatedSymbol();
        LLVMJITSymbolFlags flags = new LLVMJITSymbolFlags();
        BytePointer name = new BytePointer(symbol)) {
      flags.GenericFlags((byte) LLVM.LLVMJITSymbolGenericFlagsExported);
      value.Address(address).Flags(flags);
      pair.Name(LLVM.LLVMOrcLLJITMangleAndIntern(jit, name)).Sym(value);
      check(LLVM.LLVMOrcJITDylibDefine(library, LLVM.LLVMOrcAbsoluteSymbols(pair, 1)), symbol);
    }
  }

  /** {@inheritDoc} They are linked as far as it needs them. */
  @Override
  public long address(String symbol) {
    try (LongPointer address = new LongPointer(1);
        BytePointer name = new BytePointer(symbol)) {
      check(LLVM.LLVMOrcLLJITLookup(jit, address, name), symbol);
      return address.get();
    }
  }

  private void check(LLVMErrorRef error, String subject) {
    if (error != null) {
      String text = JitErrors.text(error);
      throw new IllegalStateException(
          "LLVM's JIT failed on " + subject + ": " + JitErrors.get().take(errorSession) + text);
    }
  }

  @Override
  public void close() {
    LLVMErrorRef error = LLVM.LLVMOrcDisposeLLJIT(jit);
    JitErrors.get().forget(errorSession);
    if (error != null) {
      throw new IllegalStateException("LLVM's JIT did not end well: " + JitErrors.text(error));
    }
  }
}
