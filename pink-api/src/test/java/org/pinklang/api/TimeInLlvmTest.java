package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeInLlvmTest {

  @Test
  void countersAndTraceTellTheTimeOfEachStepInsideLlvm() {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.text("m", "module m; export fn f() -> Integer { 1; }"))
            .build()
            .run()
            .orThrow();

    assertThat(result.counters().timeByPhase())
        .containsEntry("llvm optimize", Duration.ZERO)
        .hasEntrySatisfying("llvm build", time -> assertThat(time).isPositive())
        .hasEntrySatisfying("llvm emit", time -> assertThat(time).isPositive());
    assertThat(result.trace()).contains("\"cat\":\"llvm build\"", "\"cat\":\"llvm emit\"");
  }
}
