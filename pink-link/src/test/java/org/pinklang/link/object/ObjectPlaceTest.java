package org.pinklang.link.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;

class ObjectPlaceTest {
  private static final byte[] OBJECT =
      TestObjects.object(
              "m.o",
              """
              @word = constant [8 x i8] c"findable"
              define void @nothing() {
                ret void
              }
              """)
          .bytes();

  private static long offset(String text) {
    return new String(OBJECT, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void aByteIsPartOfASectionAndMaybeOfASymbol() {
    assertThat(ObjectPlace.find(OBJECT, offset("findable") + 7).orElseThrow().symbol())
        .hasValue("word");
    assertThat(ObjectPlace.find(OBJECT, offset(".rodata")).orElseThrow())
        .isEqualTo(new ObjectPlace(".strtab", Optional.empty()));
    assertThat(ObjectPlace.find(OBJECT, 0)).isEmpty();
    assertThat(ObjectPlace.find(OBJECT, OBJECT.length)).isEmpty();
    assertThat(ObjectPlace.find(new byte[3], 1)).isEmpty();
  }

  @Property(tries = 5_000)
  void damagedBytesHaveAPlaceOrNone(
      @ForAll @IntRange(max = 100_000) int at, @ForAll byte value, @ForAll short offset) {
    byte[] bytes = OBJECT.clone();
    bytes[at % bytes.length] = value;
    assertThat(ObjectPlace.find(bytes, offset)).isNotNull();
  }
}
