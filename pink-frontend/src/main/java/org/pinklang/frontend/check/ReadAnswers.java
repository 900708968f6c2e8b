package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * What a build answers to the questions that checks ask about other units. Answers are computed
 * when they are first asked for and shared by all who ask; two threads may compute the same one.
 * For one thread.
 */
public final class ReadAnswers {
  private final BuildFacts build;
  private @Nullable ReadEvaluator evaluator;

  /** An answer as far as anybody has asked for it. */
  static final class Known {
    private volatile @Nullable ContentHash fingerprint;
    private volatile @Nullable String words;
  }

  ReadAnswers(BuildFacts build) {
    this.build = build;
  }

  /** Only worth comparing: equal for equal answers, whoever asked and in whatever build. */
  public ContentHash fingerprint(UnitRead read) {
    Known answer = build.answer(read);
    ContentHash known = answer.fingerprint;
    if (known == null) {
      known = evaluator().evaluate(read);
      answer.fingerprint = known;
    }
    return known;
  }

  /**
   * The answer in words that fit on a line, for a user who wants to know what changed: a signature,
   * the fields of a struct, a value.
   */
  public String words(UnitRead read) {
    Known answer = build.answer(read);
    String known = answer.words;
    if (known == null) {
      known = evaluator().describe(read);
      answer.words = known;
    }
    return known;
  }

  private ReadEvaluator evaluator() {
    ReadEvaluator present = evaluator;
    if (present == null) {
      present = new ReadEvaluator(build);
      evaluator = present;
    }
    return present;
  }
}
