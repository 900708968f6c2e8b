package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Builds of one contestant: from nothing, then after each edit, over and over. */
final class Rounds {
  private final GeneratedProgram program;
  private final Contestant contestant;
  private final List<Sample> full = new ArrayList<>();
  private final Map<Edit, List<Sample>> edited = new EnumMap<>(Edit.class);

  Rounds(GeneratedProgram program, Contestant contestant) throws IOException {
    this.program = program;
    this.contestant = contestant;
    Folders.write(contestant.folder(), contestant.language().files(program));
  }

  Contestant contestant() {
    return contestant;
  }

  /** Builds from nothing, then once after each edit, which is taken back. */
  void run(int round) throws IOException {
    contestant.forget();
    Contestant.Outcome first = contestant.build();
    check(first, "from nothing", "compiled", program.modules() + 1);
    full.add(first.sample());
    for (Edit edit : Edit.values()) {
      Folders.write(contestant.folder(), contestant.language().edited(program, edit, round));
      Contestant.Outcome outcome = contestant.build();
      int compiled = edit.compiled(program.probeUsers());
      check(outcome, edit.words(), "compiled", compiled);
      check(outcome, edit.words(), "reused", program.modules() + 1 - compiled);
      check(outcome, edit.words(), "linked", edit.linked());
      edited.computeIfAbsent(edit, unused -> new ArrayList<>()).add(outcome.sample());
      Folders.write(
          contestant.folder(), contestant.language().edited(program, Edit.NOTHING, round));
      contestant.build();
    }
  }

  private void check(Contestant.Outcome outcome, String after, String counter, long expected) {
    Long counted = outcome.counters().get(counter);
    if (counted != null && counted != expected) {
      throw new IllegalStateException(
          "%s, after %s: %s %d, expected %d"
              .formatted(contestant.name(), after, counter, counted, expected));
    }
  }

  /** The median of the builds from nothing. */
  Sample full() {
    return Sample.median(full);
  }

  /** The median of the builds after an edit. */
  Sample after(Edit edit) {
    return Sample.median(edited.getOrDefault(edit, List.of()));
  }
}
