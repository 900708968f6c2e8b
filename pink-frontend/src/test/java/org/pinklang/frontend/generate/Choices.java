package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Every random decision of one program. */
final class Choices {
  private final Random random;

  Choices(long seed) {
    random = new Random(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number from 0 to {@code limit - 1}. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  /** A number from {@code least} to {@code most}. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  long anyLong() {
    return random.nextLong();
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  @SafeVarargs
  final <T> T oneOf(T... from) {
    return from[random.nextInt(from.length)];
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
