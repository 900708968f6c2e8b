package org.pinklang.modules.resolve;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.pinklang.frontend.manifest.Manifest;

/** What a resolver says about one unit. */
public sealed interface Resolution {

  /** The unit's manifest; the unit itself is not part of the build. */
  record Found(Manifest manifest) implements Resolution {}

  /** The unit's manifest, made from a text that is part of the build. */
  record Made(Manifest manifest) implements Resolution {}

  /** The unit is part of a build that reads nothing but heads: there is no manifest. */
  record Scanned() implements Resolution {}

  /**
   * This resolver does not know the unit: an ordinary answer, so that the next one is asked.
   *
   * @param searched the places searched, as a user knows them
   */
  record NotMine(List<String> searched) implements Resolution {

    /** Copies the list. */
    public NotMine {
      searched = List.copyOf(searched);
    }
  }

  /**
   * There is something in the unit's place that cannot be used; nobody else is asked.
   *
   * @param reason a sentence that says what is wrong and where
   */
  record Rejected(String reason) implements Resolution {}

  /**
   * The answer, itself not {@code Later}, when {@code answer} completes; no thread waits for it.
   */
  record Later(CompletionStage<Resolution> answer) implements Resolution {}
}
