package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MemoryStoreProperties {

  /** A put of that many bytes, or a get where the length is negative. */
  record Step(int key, int length) {
    boolean isGet() {
      return length < 0;
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7), Arbitraries.integers().between(-10, 20))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  /** The entries used last that have room together, as a list searched from its end says it. */
  @Property(tries = 300)
  void heldAreTheEntriesUsedLastThatHaveRoom(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 50) int room) {
    MemoryStore store = new MemoryStore(room);
    List<Step> used = new ArrayList<>();
    for (Step step : steps) {
      StoreKey key = Entries.recordKey(step.key());
      Step held = used.stream().filter(old -> old.key() == step.key()).findFirst().orElse(null);
      if (step.isGet()) {
        assertThat(store.get(key).isPresent()).isEqualTo(held != null);
        if (held != null) {
          used.remove(held);
          used.add(held);
        }
      } else {
        store.put(key, new byte[step.length()]);
        used.remove(held);
        if (step.length() <= room) {
          used.add(step);
        }
        while (used.stream().mapToInt(Step::length).sum() > room) {
          used.removeFirst();
        }
      }
      assertThat(store.size()).isEqualTo(used.size());
      assertThat(store.bytes()).isEqualTo(used.stream().mapToInt(Step::length).sum());
    }
    for (Step last : used) {
      assertThat(store.get(Entries.recordKey(last.key())))
          .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(last.length()));
    }
  }

  @Example
  void roomForNothingIsRefused() {
    assertThatThrownBy(() -> new MemoryStore(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`maxBytes` must be at least 1, not 0");
  }
}
