package org.pinklang.link.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.runtime.RuntimeLibrary;

class LoadMemoryTest {
  private static final CodeLoader LOADER = new CodeLoader(new RuntimeLibrary());
  private static final MachineSignature SIGNATURE =
      new MachineSignature(List.of(ScalarType.INTEGER64), Optional.of(ScalarType.INTEGER64));
  private static final LinkObject OBJECT =
      TestObjects.object(
          "m.o",
          "@room = global [65536 x i64] zeroinitializer\n"
              + "define i64 @next(i64 %n) {\n  %r = add i64 %n, 1\n"
              + "  store volatile i64 %r, ptr @room\n  ret i64 %r\n}\n");

  /** Each round has half a megabyte of variables: what is not freed shows. */
  @Test
  void thousandLoadsAndClosesLeaveMemoryFlat() throws Exception {
    loadAndClose(100);
    long before = residentKilobytes();
    loadAndClose(1000);
    assertThat(residentKilobytes() - before).isLessThan(50_000);
  }

  private static void loadAndClose(int rounds) throws Exception {
    for (int i = 0; i < rounds; i++) {
      LoadOutcome outcome = LOADER.load(List.of(OBJECT), TestObjects.TRIPLE, new TestEndings());
      try (LoadedCode code = ((LoadOutcome.Loaded) outcome).code()) {
        assertThat(code.function("next").call(SIGNATURE, i)).isEqualTo(i + 1L);
      }
    }
  }

  private static long residentKilobytes() throws Exception {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new AssertionError("no VmRSS");
  }
}
