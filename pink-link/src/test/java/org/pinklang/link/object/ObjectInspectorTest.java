package org.pinklang.link.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;

/** What is said of bytes that are to be an object. */
class ObjectInspectorTest {
  private static final LinkObject OBJECT =
      TestObjects.object(
          "m.o",
          """
          @variable = global i32 1
          declare void @needed()
          define void @f() {
            call void @needed()
            ret void
          }
          """);

  @Test
  void aWholeObjectForTheMachineIsFine() {
    assertThat(ObjectInspector.inspect(OBJECT, TestObjects.TRIPLE)).isEmpty();
  }

  @Test
  void anObjectForAnotherMachineIsRefused() {
    assertThat(ObjectInspector.inspect(OBJECT, "aarch64-unknown-linux-gnu"))
        .contains(new LinkProblem.OtherMachine("m.o", "x86_64", "aarch64"));
  }

  @Test
  void everyObjectThatIsCutOffIsRefused() {
    for (int length = 0; length < OBJECT.bytes().length; length++) {
      LinkObject cut = new LinkObject("m.o", Arrays.copyOf(OBJECT.bytes(), length));
      assertThat(ObjectInspector.inspect(cut, TestObjects.TRIPLE))
          .as("%d bytes", length)
          .isPresent();
    }
  }

  @Property(tries = 20_000)
  void changedBytesAreJudgedAndNothingElse(
      @ForAll @IntRange(max = 100_000) int at, @ForAll byte value) {
    byte[] bytes = OBJECT.bytes().clone();
    bytes[at % bytes.length] = value;
    assertThat(ObjectInspector.inspect(new LinkObject("m.o", bytes), TestObjects.TRIPLE))
        .isNotNull();
  }
}
