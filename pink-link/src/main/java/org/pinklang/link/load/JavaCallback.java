package org.pinklang.link.load;

/** Java code that loaded code calls through a function pointer. */
@FunctionalInterface
public interface JavaCallback {
  /**
   * Runs on the thread that loaded code runs on.
   *
   * @param registers hold the arguments, and get the results; not to be kept
   * @throws Throwable whatever it likes: it ends the call into loaded code this one is nested in,
   *     which throws the same
   */
  void call(RegisterBlock registers) throws Throwable;
}
