package org.pinklang.frontend.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.source.Span;

class DiagnosticOrderTest {
  private static final Span PLACE = new Span(1, 2);

  private static Diagnostic.Builder finding() {
    return Diagnostic.of(NameCode.UNKNOWN_NAME, "m.pink", PLACE, "x");
  }

  @Test
  void findingsThatDifferInAnythingHaveAnOrder() {
    List<Diagnostic> findings =
        List.of(
            finding().build(),
            finding().label("here").build(),
            finding().note("a").build(),
            finding().note("a").note("b").build(),
            finding().note("b").build(),
            finding().secondary(PLACE, "a").build(),
            finding().secondary("n.pink", PLACE, "a").build(),
            finding().edit(PLACE, "a", "write it").build(),
            finding().edit(PLACE, "b", "write it").build());
    for (Diagnostic left : findings) {
      for (Diagnostic right : findings) {
        int order = left.compareTo(right);
        assertThat(order == 0).isEqualTo(left.equals(right));
        assertThat(Integer.signum(right.compareTo(left))).isEqualTo(-Integer.signum(order));
      }
    }
  }
}
