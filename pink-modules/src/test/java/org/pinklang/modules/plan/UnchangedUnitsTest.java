package org.pinklang.modules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;

class UnchangedUnitsTest {
  private static final ContentHash SAME = new HashWriter().number(1).finish();
  private static final ContentHash OTHER = new HashWriter().number(2).finish();

  private static Surroundings withBodiesOf(String... units) {
    return new Surroundings(SAME, Set.of(units));
  }

  @Test
  void inTheSameSurroundingsNothingIsToBeDecided() {
    Map<String, Surroundings> results = Map.of("a", withBodiesOf(), "b", withBodiesOf());
    assertThat(UnchangedUnits.among(results, unit -> SAME)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void inOtherSurroundingsWhatWasReadHasToBeAskedFor() {
    Map<String, Surroundings> results = Map.of("a", withBodiesOf(), "b", withBodiesOf());
    assertThat(UnchangedUnits.among(results, unit -> unit.equals("a") ? OTHER : SAME))
        .containsExactly("b");
  }

  @Test
  void aBodyIsTheSameWhereItsUnitChecksToTheSame() {
    Map<String, Surroundings> results =
        Map.of("a", withBodiesOf("b"), "b", withBodiesOf("a"), "c", withBodiesOf("edited"));
    assertThat(UnchangedUnits.among(results, unit -> SAME)).containsExactlyInAnyOrder("a", "b");
    assertThat(UnchangedUnits.among(results, unit -> unit.equals("b") ? OTHER : SAME)).isEmpty();
  }
}
