package org.pinklang.modules.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.source.SourceText;

/**
 * No bytes make the decoder throw anything but what it says, run long or take much memory. {@code
 * -Dpink.fuzz=10000000} runs that many, {@code -Dpink.fuzz.seed} others.
 */
class ManifestFuzzTest {
  private static final int USUAL_COUNT = 50_000;
  private static final int WARM_UP = 2_000;
  private static final int LARGEST_SEED = 6_000;
  private static final int MOST_SEEDS = 150;

  /** How much memory decoding may take for each byte of the input, and for none at all. */
  private static final int FACTOR = 16;

  private static final int CONSTANT = 8 << 10;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int opened;
  private int decoded;
  private int damaged;

  @Test
  void spoiltBytesEndInATypedErrorWithinLittleMemory() {
    List<byte[]> seeds = seeds();
    seeds.forEach(this::decodeAll);
    ManifestMutator mutator = new ManifestMutator(seeds, Long.getLong("pink.fuzz.seed", 1));
    int count = Integer.getInteger("pink.fuzz", USUAL_COUNT);
    for (int i = 0; i < count; i++) {
      byte[] bytes = mutator.next();
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        decodeAll(bytes);
      } catch (RuntimeException | Error failure) {
        fail("input " + i + ": " + Base64.getEncoder().encodeToString(bytes), failure);
      }
      long taken = threads.getCurrentThreadAllocatedBytes() - before;
      if (i >= WARM_UP && taken > (long) FACTOR * bytes.length + CONSTANT) {
        fail(
            "input %d of %d bytes took %d: %s",
            i, bytes.length, taken, Base64.getEncoder().encodeToString(bytes));
      }
    }
    assertThat(opened).as("inputs whose declarations were reached").isGreaterThan(count / 10);
    assertThat(decoded).as("declarations decoded").isGreaterThan(count / 10);
    assertThat(damaged).as("declarations found damaged").isGreaterThan(count / 100);
  }

  private void decodeAll(byte[] bytes) {
    Manifest manifest;
    try {
      manifest = ManifestCodec.decode(bytes, "unit.pink");
    } catch (ManifestFormatException refused) {
      return;
    }
    opened++;
    for (ManifestDeclaration declaration : manifest.declarations()) {
      try {
        declaration.tree();
        decoded++;
      } catch (DamagedManifestException found) {
        damaged++;
      }
    }
  }

  private static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    List<SourceText> texts = Outlines.testdata();
    int step = Math.max(1, texts.size() * 2 / MOST_SEEDS);
    for (int i = 0; i < texts.size(); i += step) {
      SourceText text = texts.get(i);
      add(seeds, ManifestCodec.encode(Outlines.of(text)));
      add(seeds, ManifestCodec.encode(Outlines.ofBodiesAsConstants(text), text));
    }
    return seeds;
  }

  private static void add(List<byte[]> seeds, byte[] bytes) {
    if (bytes.length <= LARGEST_SEED) {
      seeds.add(bytes);
    }
  }
}
