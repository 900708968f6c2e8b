package org.pinklang.link.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMOrcErrorReporterFunction;
import org.bytedeco.llvm.LLVM.LLVMOrcExecutionSessionRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * Collects what LLVM's JIT would otherwise print. JavaCPP has few native functions to give to
 * callbacks, so one callback serves all sessions of the process and tells them apart by a number.
 */
final class JitErrors extends LLVMOrcErrorReporterFunction {
  private final AtomicLong lastSession = new AtomicLong();
  private final Map<Long, StringBuilder> messages = new ConcurrentHashMap<>();

  private JitErrors() {}

  private static final class Holder {
    static final JitErrors INSTANCE = new JitErrors();
  }

  static JitErrors get() {
    return Holder.INSTANCE;
  }

  /** Starts collecting a session's errors; gives the number to ask for them with. */
  long collect(LLVMOrcExecutionSessionRef session) {
    long number = lastSession.incrementAndGet();
    messages.put(number, new StringBuilder());
    LLVM.LLVMOrcExecutionSessionSetErrorReporter(session, this, new RawPointer(number));
    return number;
  }

  /** What was reported since the last time. */
  String take(long session) {
    StringBuilder collected = messages.put(session, new StringBuilder());
    return collected == null ? "" : collected.toString();
  }

  void forget(long session) {
    messages.remove(session);
  }

  @Override
  public void call(Pointer session, LLVMErrorRef error) {
    String message = text(error);
    messages.computeIfPresent(session.address(), (number, all) -> all.append(message).append("; "));
  }

  /** The text of an error, which is used up. */
  static String text(LLVMErrorRef error) {
    BytePointer message = LLVM.LLVMGetErrorMessage(error);
    try {
      return message.getString();
    } finally {
      LLVM.LLVMDisposeErrorMessage(message);
    }
  }
}
