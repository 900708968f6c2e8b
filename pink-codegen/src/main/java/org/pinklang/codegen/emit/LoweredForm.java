package org.pinklang.codegen.emit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import org.pinklang.codegen.llvm.LlvmBackend;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;

/** What decides the bytes that a lowered unit becomes, as one hash. */
final class LoweredForm {
  private LoweredForm() {}

  /** The hash of a module that nothing has changed since it was lowered, and of what is asked. */
  static ContentHash hash(CodegenRequest request, LlvmModule module) {
    MessageDigest digest = ContentHash.sha256();
    TargetDescription target = request.target();
    for (String part :
        List.of(
            LlvmBackend.version(),
            target.triple(),
            target.cpu(),
            target.features(),
            request.level().name(),
            request.kind().name())) {
      digest.update(part.getBytes(UTF_8));
      digest.update((byte) 0);
    }
    if (request.level().optimizes()) {
      addNamePositions(digest, request.unit());
    }
    return ContentHash.ofValue(digest.digest(module.bitcode()));
  }

  /** The stack checks, which are added after optimising, say where each function's name stands. */
  private static void addNamePositions(MessageDigest digest, CheckedUnit unit) {
    for (CheckedFunction function : unit.functions()) {
      LinePosition position = unit.text().position(function.offset());
      digest.update((position.line() + ":" + position.column() + " ").getBytes(UTF_8));
    }
  }
}
