package org.pinklang.link.load;

import org.jspecify.annotations.Nullable;

/** Endings as exceptions that carry their outcome. */
public final class TestEndings implements CallEndings {

  /** What a call threw that did not return. */
  public static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CallOutcome outcome;

    Ended(CallOutcome outcome) {
      super(outcome.toString());
      this.outcome = outcome;
    }

    /** How it ended. */
    public CallOutcome outcome() {
      return outcome;
    }
  }

  @Override
  public Throwable panicked(Panic panic) {
    return new Ended(
        new CallOutcome.Panicked(panic.message(), panic.file(), panic.line(), panic.column()));
  }

  @Override
  public Throwable exited(int status) {
    return new Ended(new CallOutcome.Exited(status));
  }

  @Override
  public StackTraceElement element(CodeFrame frame, @Nullable Panic panic) {
    return new StackTraceElement("pink", frame.symbol(), frame.object(), -1);
  }
}
