package org.pinklang.frontend.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarNamesTest {
  private static final List<String> MANY =
      IntStream.range(0, 5_000).mapToObj(i -> "unlike" + i * 1_000).toList();

  private static SimilarNames among(String... names) {
    return SimilarNames.among(List.of(names));
  }

  private static SimilarNames amongMany(String... names) {
    List<String> all = new ArrayList<>(MANY);
    Collections.addAll(all, names);
    return SimilarNames.among(all);
  }

  @Test
  void aThirdOfTheLettersMayDiffer() {
    assertThat(among("counter", "conters", "counts").to("conter"))
        .containsExactly("conters", "counter");
    assertThat(among("counter").to("other")).isEmpty();
  }

  @Test
  void amongManyNamesOneEditIsFoundOfEachKind() {
    SimilarNames names = amongMany("counter");
    for (String wrong :
        List.of("conter", "counnter", "coumter", "conuter", "ounter", "counte", "Counter")) {
      assertThat(names.to(wrong)).as(wrong).containsExactly("counter");
    }
    assertThat(names.to("counter")).isEmpty();
    assertThat(names.to("cunte")).isEmpty();
  }

  @Test
  void amongManyNamesTheBestThreeAreGivenInTheSameOrder() {
    assertThat(amongMany("sum_d", "sum_a", "sum_b", "sum_c", "SUM_X").to("sum_x"))
        .containsExactly("SUM_X", "sum_a", "sum_b");
  }

  @Test
  void aNameOfOneLetterIsLikeNoOtherOne() {
    assertThat(among("x", "Y").to("y")).containsExactly("Y");
    assertThat(amongMany("x", "Y").to("y")).containsExactly("Y");
  }

  @Test
  void veryLongNamesAreNotCompared() {
    String name = "x".repeat(100_000);
    assertThat(among(name + "y").to(name)).isEmpty();
    assertThat(amongMany(name + "y").to(name)).isEmpty();
  }

  @Test
  void longNamesAreComparedAmongFewOnly() {
    String name = "x".repeat(61);
    assertThat(among(name + "y").to(name)).containsExactly(name + "y");
    assertThat(amongMany(name + "y").to(name)).isEmpty();
    assertThat(amongMany(name.substring(1)).to(name)).containsExactly(name.substring(1));
  }

  @Test
  void oneQuestionHasTheAnswerOfManyQuestions() {
    List<String> names = new ArrayList<>(MANY);
    Collections.addAll(names, "counter", "conter", "x", "COUNTER_2", "l".repeat(80));
    for (String wrong : List.of("countr", "conuter", "cutr", "y", "unlike12", "l".repeat(81))) {
      assertThat(SimilarNames.of(wrong, names))
          .as(wrong)
          .isEqualTo(SimilarNames.among(names).to(wrong));
    }
    assertThat(SimilarNames.of("countr", names)).containsExactly("counter");
  }
}
