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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.link.ObjectEdits;
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
  void memoryThatIsWrittenAndRunIsLeftToOthers() throws Exception {
    byte[] object = edit().flags(".text", 7).object().bytes();
    assertThat(LoadableObject.of(object)).isEmpty();
  }

  private static ObjectEdits edit() {
    return new ObjectEdits(new LinkObject("m.o", OBJECT));
  }

  /** Whoever walks the tables would leave the program, or miss those of the objects behind it. */
  @ParameterizedTest
  @CsvSource({
    "0, 0", // a length that ends all
    "0, -1", // one that says that a longer one follows
    "0, 2147483644", // one that leads outside
    "0, 3",
    "24, 0",
    "24, 400",
    "28, 20", // to what is no record
    "28, 36", // to before the section
  })
  void unwindingTablesThatAreNoChainAreLeftToOthers(int at, int value) throws Exception {
    ObjectEdits edit = edit();
    int table = edit.start(".eh_frame");
    assertThat(edit.intAt(table + 28)).isEqualTo(28);
    byte[] object = edit.putInt(table + at, value).object().bytes();
    assertThat(LoadableObject.of(object)).isEmpty();
  }

  @Test
  void unwindingTablesWithoutAnyBytesOrWithHalfAWordAreLeftToOthers() throws Exception {
    long size = edit().size(".eh_frame");
    assertThat(LoadableObject.of(edit().size(".eh_frame", size - 2).object().bytes())).isEmpty();
    assertThat(LoadableObject.of(edit().type(".eh_frame", 8).object().bytes())).isEmpty();
  }

  @Test
  void unwindingTablesWhoseLengthsAreWrittenLaterAreLeftToOthers() throws Exception {
    ObjectEdits edit = edit();
    byte[] object = edit.putLong(edit.start(".rela.eh_frame"), 22).object().bytes();
    assertThat(LoadableObject.of(object)).isEmpty();
  }

  @Test
  void notesAreNoPartOfTheProgram() throws Exception {
    String note = "!llvm.module.flags = !{!0}\n!0 = !{i32 8, !\"cf-protection-branch\", i32 1}\n";
    LinkObject object = TestObjects.object("m.o", "define i64 @f() {\n  ret i64 1\n}\n" + note);
    assertThat(new ObjectEdits(object).size(".note.gnu.property")).isPositive();
    assertThat(LoadableObject.of(object.bytes()).orElseThrow().parts())
        .extracting(Part::kind)
        .containsExactly(Kind.CODE);
  }

  @Test
  void notesThatTheProgramRefersToAreLeftToOthers() throws Exception {
    LinkObject object =
        TestObjects.object(
            "m.o",
            "@note = internal constant i64 7, section \".note.x\"\n"
                + "define ptr @f() {\n  ret ptr @note\n}\n");
    assertThat(LoadableObject.of(object.bytes())).isEmpty();
  }

  @Test
  void indexOfANameThatIsFarTooLargeIsDamage() {
    ObjectEdits edit = edit();
    int symbols = edit.start(".symtab");
    for (int at = symbols + 24; at < symbols + edit.size(".symtab"); at += 24) {
      edit.putInt(at, Integer.MAX_VALUE);
    }
    byte[] object = edit.object().bytes();
    assertThatThrownBy(() -> LoadableObject.of(object))
        .isInstanceOf(MalformedObjectException.class);
    assertThatThrownBy(() -> ObjectSymbols.of(object)).isInstanceOf(MalformedObjectException.class);
    assertThat(ObjectInspector.inspect(new LinkObject("m.o", object), TestObjects.TRIPLE))
        .containsInstanceOf(LinkProblem.UnusableObject.class);
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
