package org.pinklang.frontend.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedListTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 100_000})
  void eachMemberIsFoundByLookingAtFew(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "m" + i).toList();
    AtomicInteger looks = new AtomicInteger();
    NamedList<String> members =
        new NamedList<>(
            names,
            name -> {
              looks.incrementAndGet();
              return name;
            });
    assertThat(members).isEqualTo(names);
    for (int i = 0; i < count; i++) {
      assertThat(members.indexOfName("m" + i)).isEqualTo(i);
    }
    assertThat(members.indexOfName("n")).isEqualTo(-1);
    assertThat(looks.get()).isLessThanOrEqualTo(9 * count + 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 50})
  void ofEqualNamesTheFirstIsFound(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "m" + i / 2).toList();
    NamedList<String> members = new NamedList<>(names, name -> name);
    for (int i = 0; i < count / 2; i++) {
      assertThat(members.indexOfName("m" + i)).isEqualTo(2 * i);
    }
  }
}
