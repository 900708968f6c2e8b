package org.pinklang.frontend.reference;

/** A panic on its way to whoever runs the program. */
@SuppressWarnings("serial")
final class PanicSignal extends RuntimeException {
  private final transient Outcome.Panicked panic;

  PanicSignal(Outcome.Panicked panic) {
    super(panic.message(), null, false, false);
    this.panic = panic;
  }

  Outcome.Panicked panic() {
    return panic;
  }

  /** Knows the text that offsets belong to. */
  @FunctionalInterface
  interface Thrower {

    /** The panic at an offset of the text. */
    PanicSignal at(int offset, String message);
  }
}
