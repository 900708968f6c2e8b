package org.pinklang.link.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;

class ObjectSymbolsTest {
  private static final byte[] OBJECT =
      TestObjects.object(
              "m.o",
              """
              @variable = global i32 1
              @private = internal global i32 2
              declare void @needed()
              declare extern_weak void @wished()
              define weak void @gives_way() {
                call void @needed()
                call void @wished()
                ret void
              }
              define hidden void @hidden() {
                ret void
              }
              """)
          .bytes();

  @Test
  void symbolsAreToldByWhatOthersMayDoWithThem() throws Exception {
    ObjectSymbols symbols = ObjectSymbols.ofElf(OBJECT);
    assertThat(symbols.defined()).containsExactly("gives_way", "hidden", "variable");
    assertThat(symbols.weak()).containsExactly("gives_way");
    assertThat(symbols.undefined()).containsExactly("needed");
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> ObjectSymbols.ofElf(new byte[0]))
        .isInstanceOf(MalformedObjectException.class);
    assertThatThrownBy(() -> ObjectSymbols.ofElf("module m; fn f() {}".repeat(10).getBytes()))
        .isInstanceOf(MalformedObjectException.class);
  }

  @Property(tries = 20_000)
  void damagedBytesGiveSymbolsOrTypedError(
      @ForAll @IntRange(max = 100_000) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 5_000) int cut) {
    byte[] bytes = Arrays.copyOf(OBJECT, OBJECT.length - cut % 64);
    bytes[at % bytes.length] = value;
    try {
      assertThat(ObjectSymbols.ofElf(bytes)).isNotNull();
      assertThat(ObjectSymbols.ofSharedElf(bytes)).isNotNull();
    } catch (MalformedObjectException expected) {
      assertThat(expected).hasMessageMatching("(?s).+");
    }
  }
}
