package org.pinklang.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final Grouping GROUPING = new Grouping(64, 32);

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "_PM3bigEF" + i).toList();
  }

  private static List<List<String>> cut(List<String> names) {
    return GROUPING.cut(names, Function.identity(), name -> 1);
  }

  @Property(tries = 200)
  void groupsHoldEverythingInOrderAndAreAboutAsLargeAsAskedFor(
      @ForAll @IntRange(min = 64, max = 3_000) int count) {
    List<List<String>> groups = cut(names(count));
    assertThat(groups.stream().flatMap(List::stream).toList()).isEqualTo(names(count));
    for (List<String> group : groups.subList(0, groups.size() - 1)) {
      assertThat(group).hasSizeBetween(16, 64);
    }
  }

  @Property(tries = 200)
  void aFunctionAddedRemovedOrMovedChangesFewGroups(
      @ForAll @IntRange(min = 200, max = 2_000) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<String> edited = new ArrayList<>(names(count));
    switch (random.nextInt(3)) {
      case 0 -> edited.add(random.nextInt(count), "_PM3bigEF5added");
      case 1 -> edited.remove(random.nextInt(count));
      default -> edited.add(random.nextInt(count), edited.remove(random.nextInt(count)));
    }
    Set<List<String>> changed = new HashSet<>(cut(edited));
    cut(names(count)).forEach(changed::remove);
    assertThat(changed).hasSizeLessThanOrEqualTo(16);
  }

  @Test
  void smallUnitsStayWhole() {
    assertThat(cut(names(63))).hasSize(1);
    assertThat(cut(List.of())).containsExactly(List.of());
    assertThat(Grouping.NONE.cut(names(10_000), Function.identity(), name -> 1)).hasSize(1);
  }

  @Test
  void whatCountsAsManyFunctionsIsAGroupOfItsOwn() {
    List<List<String>> groups =
        GROUPING.cut(List.of("a", "b", "c"), Function.identity(), n -> n.equals("b") ? 500 : 1);
    assertThat(groups).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void groupsOfNothingAreRefused() {
    assertThatThrownBy(() -> new Grouping(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
