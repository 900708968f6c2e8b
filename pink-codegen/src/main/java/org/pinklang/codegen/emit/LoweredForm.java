package org.pinklang.codegen.emit;

import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.lower.LoweredModule;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.typed.CheckedFunction;

/** What decides the machine code that a lowered module becomes, as one hash. */
final class LoweredForm {
  private LoweredForm() {}

  /** The hash of one module of a unit, of what is asked for and of who makes it. */
  static ContentHash hash(CodegenRequest request, LoweredModule module, String llvmVersion) {
    CodegenOptions options = request.options();
    TargetDescription target = options.target();
    HashWriter writer =
        new HashWriter()
            .text(llvmVersion)
            .text(target.triple())
            .text(target.cpu())
            .text(target.features())
            .text(options.level().name())
            .text(options.debugInformation() ? "g" : "")
            .text(request.kind().name())
            .text(request.unit().text().logicalName());
    if (options.level().optimizes()) {
      addNamePositions(writer, request.unit().text(), module);
    }
    return writer.hash(ContentHash.of(module.code())).finish();
  }

  /** The stack checks, which are added after optimising, say where each function's name stands. */
  private static void addNamePositions(HashWriter writer, SourceText text, LoweredModule module) {
    for (CheckedFunction function : module.functions()) {
      LinePosition position = text.position(function.offset());
      writer.number(position.line()).number(position.column());
    }
  }
}
