package org.pinklang.link.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.link.runtime.IrCompiler;

/**
 * Compiles what stands between Java and loaded code on one target. Thunks depend on the signature
 * only and are kept for all programs. Any thread may call.
 */
final class GlueCompiler {
  private final String triple;
  private final Map<MachineSignature, byte[]> thunks = new ConcurrentHashMap<>();

  GlueCompiler(String triple) {
    this.triple = triple;
  }

  /** The object with the thunk for functions of the signature. */
  byte[] thunk(MachineSignature signature) {
    return thunks.computeIfAbsent(
        signature, any -> IrCompiler.compile(ThunkWriter.write(signature), triple));
  }

  /** The object with the native function {@code name} that calls the callback of that number. */
  byte[] callback(String name, MachineSignature signature, long dispatcher, long number) {
    String text = CallbackWriter.write(name, signature, dispatcher, number);
    return IrCompiler.compile(text, triple);
  }
}
