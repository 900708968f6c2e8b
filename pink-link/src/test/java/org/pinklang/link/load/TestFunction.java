package org.pinklang.link.load;

/** A function whose calls give outcomes. */
public record TestFunction(LoadedFunction function, MachineSignature signature) {

  /** Calls it; {@link IllegalStateException} when it is closed. */
  public CallOutcome call(long... arguments) {
    try {
      return new CallOutcome.Returned(function.call(signature, arguments));
    } catch (TestEndings.Ended ended) {
      return ended.outcome();
    } catch (IllegalStateException | IllegalArgumentException | AssertionError wrongUse) {
      throw wrongUse;
    } catch (Throwable thrown) {
      return new CallOutcome.Unwound(thrown);
    }
  }
}
