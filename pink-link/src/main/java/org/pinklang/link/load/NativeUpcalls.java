package org.pinklang.link.load;

/**
 * What the process's part of the runtime calls. Whatever these methods throw is thrown by the call
 * from Java they are nested in.
 */
final class NativeUpcalls {
  private NativeUpcalls() {}

  /**
   * What a call ends with that does not return.
   *
   * @param address of the runtime's {@code %entry}
   */
  static Throwable ended(long address) {
    CallEntry entry = CallEntry.at(address);
    LoadedCode program = JavaMachine.get().programs().find(entry.program());
    if (program == null || entry.ending() == CallEntry.REFUSED) {
      return new IllegalStateException("the loaded program has been closed");
    }
    return entry.ending() == CallEntry.EXITED
        ? program.endings().exited(entry.status())
        : panicked(entry, program.endings());
  }

  private static Throwable panicked(CallEntry entry, CallEndings endings) {
    CallTrace trace = CallTrace.of(entry);
    CallEndings.Panic panic = entry.panic(trace.innermost());
    Throwable thrown = endings.panicked(panic);
    thrown.setStackTrace(trace.complete(thrown.getStackTrace(), endings, panic));
    return thrown;
  }

  /** The last call into a closed program may have ended. */
  static void released(long program) {
    LoadedCode closed = JavaMachine.get().programs().find(program);
    if (closed != null) {
      closed.freeIfUnused();
    }
  }

  /**
   * Runs a Java callback.
   *
   * @param registers the address of its arguments and of the place of its results
   */
  static void callback(long number, long registers) throws Throwable {
    JavaMachine.get().callbacks().call(number, RegisterBlock.at(registers));
  }
}
