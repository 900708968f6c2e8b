package org.pinklang.link.load;

/** Java code that loaded code calls through a function pointer. */
@FunctionalInterface
public interface JavaCallback {
  /**
   * Runs on the thread that loaded code runs on.
   *
   * @param arguments one for each parameter, as {@link ScalarType} says
   * @return the result likewise; of no meaning when the signature has none
   * @throws Throwable whatever it likes: it ends the call into loaded code this one is nested in,
   *     whose outcome is {@link CallOutcome.Unwound}
   */
  long call(long[] arguments) throws Throwable;
}
