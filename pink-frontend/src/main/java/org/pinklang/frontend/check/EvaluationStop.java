package org.pinklang.frontend.check;

import org.pinklang.frontend.typed.PanicReason;

/**
 * Leaves an evaluation that cannot go on, however deep it is. Thrown and caught inside {@link
 * ConstantEvaluator} only.
 */
@SuppressWarnings("serial")
final class EvaluationStop extends RuntimeException {
  private final transient Evaluation outcome;

  private EvaluationStop(Evaluation outcome) {
    super(null, null, false, false);
    this.outcome = outcome;
  }

  static EvaluationStop notConstant(int offset, String reason) {
    return new EvaluationStop(new Evaluation.NotConstant(offset, reason));
  }

  static EvaluationStop panics(int offset, PanicReason reason) {
    return panics(offset, reason.message());
  }

  static EvaluationStop panics(int offset, String message) {
    return new EvaluationStop(new Evaluation.Panics(offset, message));
  }

  static EvaluationStop unavailable() {
    return new EvaluationStop(new Evaluation.Unavailable());
  }

  Evaluation outcome() {
    return outcome;
  }
}
