package org.pinklang.link.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LoadableObject.Form;
import org.pinklang.link.object.LoadableObject.Kind;
import org.pinklang.link.object.LoadableObject.Part;
import org.pinklang.link.object.LoadableObject.Relocation;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

class LoadableObjectTest {
  private static final byte[] OBJECT =
      TestObjects.object(
              "m.o",
              """
              @count = global i64 7
              @room = global [100 x i64] zeroinitializer
              @name = private constant [6 x i8] c"hello\\00"
              @names = constant ptr @name
              @limit = external global i64
              declare i64 @other(i64)
              define i64 @next(i64 %n) uwtable(sync) {
                %limit = load i64, ptr @limit
                %sum = add i64 %n, %limit
                %result = call i64 @other(i64 %sum)
                ret i64 %result
              }
              """)
          .bytes();

  @Test
  void partsSymbolsAndAddressesAreThoseOfTheObject() throws Exception {
    LoadableObject object = LoadableObject.of(OBJECT).orElseThrow();
    assertThat(object.parts())
        .extracting(Part::kind)
        .contains(Kind.CODE, Kind.CONSTANTS, Kind.UNWINDING, Kind.VARIABLES);
    assertThat(object.definitions())
        .extracting(LoadableObject.Definition::symbol)
        .containsExactlyInAnyOrder("count", "room", "names", "next");
    assertThat(object.names()).contains("limit", "other");
    assertThat(object.relocations())
        .extracting(Relocation::form)
        .contains(Form.CALL, Form.LOAD, Form.ABSOLUTE, Form.RELATIVE);
  }

  @Test
  void runtimeThatProgramsAreLoadedWithIsLoadable() throws Exception {
    byte[] runtime =
        new RuntimeLibrary().object(TestObjects.TRIPLE, RuntimeFlavour.IN_PROCESS).orElseThrow();
    assertThat(LoadableObject.of(runtime)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@v = thread_local global i64 1",
        "define weak i64 @f() {\n  ret i64 1\n}",
        "declare extern_weak i64 @g()\ndefine ptr @f() {\n  ret ptr @g\n}",
        "$f = comdat any\ndefine i64 @f() comdat {\n  ret i64 1\n}",
        "@c = common global i64 0",
        "@v = global i64 0, section \".init_array\"",
        "@v = global [2 x i64] zeroinitializer, align 8192"
      })
  void whatItDoesNotKnowIsLeftToOthers(String text) throws Exception {
    assertThat(LoadableObject.of(TestObjects.object("m.o", text + "\n").bytes())).isEmpty();
  }

  @Test
  void damageIsSaid() {
    byte[] cut = Arrays.copyOf(OBJECT, OBJECT.length / 2);
    assertThatThrownBy(() -> LoadableObject.of(cut)).isInstanceOf(MalformedObjectException.class);
  }

  /** Whatever the bytes are, there is no other exception, and no number leads out of a part. */
  @Property(tries = 5000)
  void damageNeverLeadsOutside(
      @ForAll @IntRange(min = 0, max = 1 << 20) int place,
      @ForAll byte value,
      @ForAll @IntRange(min = 1, max = 8) int length) {
    byte[] damaged = OBJECT.clone();
    for (int i = 0; i < length; i++) {
      damaged[(place + i) % damaged.length] = value;
    }
    try {
      LoadableObject.of(damaged).ifPresent(object -> assertInside(object, damaged.length));
    } catch (MalformedObjectException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  private static void assertInside(LoadableObject object, int fileBytes) {
    for (Part part : object.parts()) {
      assertThat(part.bytes()).isNotNegative();
      assertThat(Integer.bitCount(part.alignment())).isEqualTo(1);
      assertThat(part.start() < 0 || (long) part.start() + part.bytes() <= fileBytes).isTrue();
    }
    object
        .definitions()
        .forEach(
            definition ->
                assertThat(definition.offset())
                    .isBetween(0, object.parts().get(definition.part()).bytes()));
    for (Relocation relocation : object.relocations()) {
      Part part = object.parts().get(relocation.part());
      int last = part.bytes() - relocation.form().bytes();
      assertThat(part.start()).isNotNegative();
      assertThat(relocation.offset()).isBetween(0, last);
      int target = relocation.target();
      assertThat(target < 0 ? ~target : target)
          .isLessThan(target < 0 ? object.names().size() : object.parts().size());
    }
  }

  @Test
  void objectIsReadOnceAndForgottenWithItsBytes() throws Exception {
    KnownObjects known = new KnownObjects();
    byte[] bytes = OBJECT.clone();
    Optional<LoadableObject> first = known.loadable(bytes);
    assertThat(known.loadable(bytes)).isSameAs(first);
    assertThat(known.symbols(bytes)).isSameAs(known.symbols(bytes));
    assertThat(known.size()).isEqualTo(1);
    bytes = OBJECT; // Nobody else has the copy now.
    for (int i = 0; i < 100 && known.size() > 0; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(known.size()).isZero();
  }
}
