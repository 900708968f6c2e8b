package org.pinklang.api;

import org.pinklang.link.load.CallOutcome;

/** Turns the way a call ended into a value or an exception. */
final class CallEnding {
  private static final int STATUS_BITS = 0xFF;

  private CallEnding() {}

  /** The first result of a call that returned. */
  static long valueOf(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Returned returned -> returned.first();
      case CallOutcome.Panicked panicked ->
          throw new PinkPanicException(
              panicked.message(), panicked.file(), panicked.line(), panicked.column());
      case CallOutcome.Exited exited -> throw new PinkExitException(exited.status() & STATUS_BITS);
      case CallOutcome.Unwound unwound ->
          throw new IllegalStateException("a call unwound without an exception waiting");
    };
  }
}
