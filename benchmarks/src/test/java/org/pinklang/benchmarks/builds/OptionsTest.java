package org.pinklang.benchmarks.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void optionsChangeThePlan() {
    Options options = Options.of(List.of("--quick", "--rounds", "9", "--sizes", "10,20"));
    assertThat(options.plan())
        .isEqualTo(Plan.quick().with(Plan.quick().modules(), 9, List.of(10, 20)));
    assertThat(options.write()).isFalse();
    assertThat(Options.of(List.of("--write", "--modules", "50")).write()).isTrue();
    assertThat(Options.of(List.of()).plan().rounds()).isEqualTo(Plan.full().rounds());
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    rejects("there is no option `--wirte`", "--quick", "--wirte");
    rejects("`--rounds` needs a number above 0, not ``", "--rounds");
    rejects("`--modules` needs a number above 0, not `--write`", "--modules", "--write");
    rejects("`--sizes` needs numbers with commas between them above 0, not `1,`", "--sizes", "1,");
  }

  private static void rejects(String message, String... words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of(List.of(words)))
        .withMessage(message);
  }
}
