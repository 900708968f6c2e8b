package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.pinklang.benchmarks.generated.Edit;
import org.pinklang.benchmarks.generated.GeneratedProgram;

/** Builds of one contestant: from nothing, then after each edit, over and over. */
final class Rounds {
  private final GeneratedProgram program;
  private final Contestant contestant;
  private final List<Edit> edits;
  private final Samples full = new Samples();
  private final Samples linking = new Samples();
  private final Map<Edit, Samples> edited = new EnumMap<>(Edit.class);
  private final Map<String, Samples> phases = new LinkedHashMap<>();
  private String printed = "";
  private int done;
  private long longest;

  /**
   * Writes the program.
   *
   * @param edits after which it is built again, where the contestant is incremental
   */
  Rounds(GeneratedProgram program, Contestant contestant, Collection<Edit> edits)
      throws IOException {
    this.program = program;
    this.contestant = contestant;
    this.edits = contestant.isIncremental() ? List.copyOf(edits) : List.of();
    Folders.write(contestant.folder(), contestant.language().files(program));
  }

  /** Writes a program that is only built from nothing. */
  static Rounds fromNothing(GeneratedProgram program, Contestant contestant) throws IOException {
    return new Rounds(program, contestant, List.of());
  }

  Contestant contestant() {
    return contestant;
  }

  /** One round, which does all of it as often as the contestant asks for. */
  void run() throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < contestant.repetitions(); i++) {
      buildFromNothing();
      for (Edit edit : edits) {
        if (edit != Edit.NOTHING) {
          buildEdited(edit);
        }
      }
      done++;
    }
    if (edits.contains(Edit.NOTHING)) {
      buildUnchanged();
    }
    longest = Math.max(longest, System.nanoTime() - start);
  }

  /** How long a round took, checks and pauses included, at most. */
  Duration longest() {
    return Duration.ofNanos(longest);
  }

  private void buildFromNothing() throws IOException {
    contestant.forget();
    Contestant.Outcome first = contestant.build();
    check(first, "from nothing", "compiled", program.modules() + 1);
    full.add(first.sample());
    linking.add(first.linking());
    first.phases().forEach(this::addPhase);
    if (printed.isEmpty() && !contestant.program().isEmpty()) {
      printed = Processes.run(contestant.folder(), contestant.program()).said().strip();
    }
  }

  private void addPhase(String phase, long nanos) {
    phases.computeIfAbsent(phase, unused -> new Samples()).add(new Sample(nanos, nanos, 0));
  }

  /** Builds after an edit, which is then taken back. */
  private void buildEdited(Edit edit) throws IOException {
    Folders.write(contestant.folder(), contestant.language().edited(program, edit, done));
    add(edit, contestant.build());
    Folders.write(contestant.folder(), contestant.language().edited(program, Edit.NOTHING, done));
    contestant.build();
  }

  /**
   * Builds what has been built. Builders look at the times of files, and some believe only those
   * that are long past, so they get the time to see that.
   */
  private void buildUnchanged() throws IOException {
    LockSupport.parkNanos(contestant.rest().toNanos());
    contestant.build();
    for (int i = 0; i < contestant.repetitions(); i++) {
      add(Edit.NOTHING, contestant.build());
    }
  }

  private void add(Edit edit, Contestant.Outcome outcome) {
    int compiled = edit.compiled(program.probeUsers());
    check(outcome, edit.words(), "compiled", compiled);
    check(outcome, edit.words(), "reused", program.modules() + 1 - compiled);
    check(outcome, edit.words(), "linked", edit.linked());
    edited.computeIfAbsent(edit, unused -> new Samples()).add(outcome.sample());
  }

  private void check(Contestant.Outcome outcome, String after, String counter, long expected) {
    Long counted = outcome.counters().get(counter);
    if (counted != null && counted != expected) {
      throw new IllegalStateException(
          "%s, after %s: %s %d, expected %d"
              .formatted(contestant.name(), after, counter, counted, expected));
    }
  }

  /** The builds from nothing. */
  Samples full() {
    return full;
  }

  /** What linking took in the builds from nothing. */
  Samples linking() {
    return linking;
  }

  /** The builds after an edit; none where the contestant was not asked. */
  Samples after(Edit edit) {
    return edited.getOrDefault(edit, new Samples());
  }

  /** Whether there were builds after any edit. */
  boolean hasEdits() {
    return !edited.isEmpty();
  }

  /** What the phases of the builds from nothing took, summed over threads. */
  Map<String, Samples> phases() {
    return phases;
  }

  /** What the program wrote; empty where it cannot be run. */
  String printed() {
    return printed;
  }

  /**
   * Holds all programs that could be run to have written the same.
   *
   * @throws IllegalStateException if not
   */
  static void requireEqualResults(Collection<Rounds> all) {
    Map<String, String> results = new LinkedHashMap<>();
    for (Rounds rounds : all) {
      if (!rounds.contestant.program().isEmpty()) {
        results.put(rounds.contestant.name(), rounds.printed);
      }
    }
    if (results.values().stream().distinct().count() > 1) {
      throw new IllegalStateException("the programs gave different results: " + results);
    }
  }
}
