package org.pinklang.modules.resolve;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.modules.codec.EncodedBodies;

/**
 * What a resolver says about one unit. Each answer carries the remarks of those that were asked
 * before: manifests that were there and not used.
 */
public sealed interface Resolution {

  /** The same answer, given after others were asked in vain. */
  Resolution after(List<Remark> earlier);

  /**
   * The unit's manifest; the unit itself is not part of the build.
   *
   * @param bodies what the unit offers for inlining, where that is known
   * @param provider where it came from
   */
  record Found(
      Manifest manifest, Optional<EncodedBodies> bodies, Provider provider, List<Remark> remarks)
      implements Resolution {

    /** Copies the list. */
    public Found {
      remarks = List.copyOf(remarks);
    }

    /** A manifest held in the process, without remarks. */
    public Found(Manifest manifest) {
      this(manifest, Optional.empty());
    }

    /** A manifest held in the process and what its unit offers, without remarks. */
    public Found(Manifest manifest, Optional<EncodedBodies> bodies) {
      this(manifest, bodies, Provider.MEMORY, List.of());
    }

    @Override
    public Resolution after(List<Remark> earlier) {
      return new Found(manifest, bodies, provider, join(earlier, remarks));
    }
  }

  /** The unit's manifest, made from a text that is part of the build. */
  record Made(Manifest manifest, List<Remark> remarks) implements Resolution {

    /** Copies the list. */
    public Made {
      remarks = List.copyOf(remarks);
    }

    /** A manifest, without remarks. */
    public Made(Manifest manifest) {
      this(manifest, List.of());
    }

    @Override
    public Resolution after(List<Remark> earlier) {
      return new Made(manifest, join(earlier, remarks));
    }
  }

  /** The unit is part of a build that reads nothing but heads: there is no manifest. */
  record Scanned(List<Remark> remarks) implements Resolution {

    /** Copies the list. */
    public Scanned {
      remarks = List.copyOf(remarks);
    }

    /** A unit without remarks. */
    public Scanned() {
      this(List.of());
    }

    @Override
    public Resolution after(List<Remark> earlier) {
      return new Scanned(join(earlier, remarks));
    }
  }

  /**
   * This resolver does not know the unit: an ordinary answer, so that the next one is asked.
   *
   * @param searched the places searched, as a user knows them
   */
  record NotMine(List<String> searched, List<Remark> remarks) implements Resolution {

    /** Copies the lists. */
    public NotMine {
      searched = searched.stream().distinct().toList();
      remarks = List.copyOf(remarks);
    }

    /** Not found, without remarks. */
    public NotMine(List<String> searched) {
      this(searched, List.of());
    }

    @Override
    public Resolution after(List<Remark> earlier) {
      return new NotMine(searched, join(earlier, remarks));
    }
  }

  /**
   * There is something in the unit's place that cannot be used; nobody else is asked.
   *
   * @param reason a sentence that says what is wrong and where
   */
  record Rejected(String reason, List<Remark> remarks) implements Resolution {

    /** Copies the list. */
    public Rejected {
      remarks = List.copyOf(remarks);
    }

    /** A refusal, without remarks. */
    public Rejected(String reason) {
      this(reason, List.of());
    }

    @Override
    public Resolution after(List<Remark> earlier) {
      return new Rejected(reason, join(earlier, remarks));
    }
  }

  /**
   * The answer, itself not {@code Later}, when {@code answer} completes; no thread waits for it.
   */
  record Later(CompletionStage<Resolution> answer) implements Resolution {

    @Override
    public Resolution after(List<Remark> earlier) {
      return earlier.isEmpty()
          ? this
          : new Later(answer.thenApply(settled -> settled.after(earlier)));
    }
  }

  private static List<Remark> join(List<Remark> first, List<Remark> second) {
    return ImmutableList.<Remark>builder().addAll(first).addAll(second).build();
  }
}
