package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.CodeReader;

/** The metadata that steps name, by the numbers it was made in the order of. For one thread. */
final class MetadataTable {
  private final CodeReader code;
  private final HandleTable<LLVMMetadataRef> handles = new HandleTable<>(LLVMMetadataRef[]::new);

  MetadataTable(CodeReader code) {
    this.code = code;
  }

  void add(LLVMMetadataRef metadata) {
    handles.add(metadata);
  }

  /** Reads the number of what {@link #replace} will replace. */
  int number() {
    return code.index() - 1;
  }

  LLVMMetadataRef get(int number) {
    return handles.get(number);
  }

  void replace(int number, LLVMMetadataRef by) {
    handles.set(number, by);
  }

  /** The metadata that the code names. */
  LLVMMetadataRef next() {
    return get(number());
  }

  /** The metadata that the code names, null for none. */
  @Nullable LLVMMetadataRef nextOrNone() {
    int number = number();
    return number < 0 ? null : get(number);
  }
}
