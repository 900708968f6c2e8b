package org.pinklang.link.lld;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LldProcessTest {
  @TempDir Path folder;

  /** Until then the caller has found out whether there is anything to link. */
  @Test
  void failureToStartIsSaidWhenTheLinkerIsNeeded() throws Exception {
    Path absent = folder.resolve("absent");
    try (LldProcess linker = new LldProcess(absent, List.of("-flavor", "gnu"))) {
      assertThatThrownBy(() -> linker.finish(List.of()))
          .isInstanceOf(LinkerException.class)
          .hasMessageStartingWith("lld cannot be started: ");
    }
  }
}
