package org.pinklang.frontend.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.UnitTree;

/**
 * Holds each phase to the bytes of memory that it takes for a line of an ordinary program. The
 * limits are some 15 % above what the interpreter was measured to take when they were written, as
 * compiled code takes less; who exceeds one has made every build slower.
 */
class AllocationTest {
  private static final int ROUNDS = 5;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final LayeredProgram program = new LayeredProgram(40);
  private final List<UnitTree> trees = program.parse();
  private final List<LayeredProgram.Outlined> outlined = program.outline(trees);

  @Test
  void lexingTakesLittleMemoryForALine() {
    assertThat(
            bytesOfLine(
                () -> {
                  for (SourceText text : program.texts()) {
                    TokenSequence.of(text);
                  }
                }))
        .isLessThan(240);
  }

  @Test
  void parsingTakesLittleMemoryForALine() {
    assertThat(bytesOfLine(program::parse)).isLessThan(700);
  }

  @Test
  void outliningTakesLittleMemoryForALine() {
    assertThat(bytesOfLine(() -> program.outline(trees))).isLessThan(100);
  }

  @Test
  void checkingTakesLittleMemoryForALine() {
    assertThat(bytesOfLine(() -> LayeredProgram.check(outlined))).isLessThan(1250);
  }

  /** The fewest bytes of several rounds, as the first ones also initialise classes. */
  private long bytesOfLine(Runnable work) {
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      work.run();
      fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return fewest / program.lines();
  }
}
