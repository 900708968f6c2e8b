package org.pinklang.link.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.MalformedObjectException;

/** Archives are read as they were written, and only what is needed is taken of them. */
class ArchiveReaderTest {
  private static final String LONG_NAME = "a.module.with.a.long.name.o";

  private static LinkObject object(String name, String defines, String needs) {
    return TestObjects.object(
        name,
        "declare void @%s()\ndefine void @%s() {\n call void @%s()\n ret void\n}\n"
            .formatted(needs, defines, needs));
  }

  private static final List<LinkObject> OBJECTS =
      List.of(object("a.o", "a", "b"), object(LONG_NAME, "b", "x"), object("c.o", "c", "y"));

  private static List<String> names(List<LinkObject> objects) {
    return objects.stream().map(LinkObject::name).toList();
  }

  @Test
  void theMembersComeBackWithTheirNames() throws MalformedObjectException {
    for (byte[] archive : List.of(StaticArchive.indexed(OBJECTS), StaticArchive.plain(OBJECTS))) {
      List<LinkObject> members = ArchiveReader.members("lib.a", archive);
      assertThat(names(members))
          .containsExactly("lib.a(a.o)", "lib.a(" + LONG_NAME + ")", "lib.a(c.o)");
      for (int i = 0; i < members.size(); i++) {
        assertThat(members.get(i).bytes()).isEqualTo(OBJECTS.get(i).bytes());
      }
    }
  }

  @Test
  void namesAsBsdWritesThemAreRead() throws MalformedObjectException {
    String header = "#1/8            0           0     0     644     12        `\n";
    byte[] archive = ("!<arch>\n" + header + "long.o\0\0data").getBytes(StandardCharsets.US_ASCII);
    assertThat(names(ArchiveReader.members("lib.a", archive))).containsExactly("lib.a(long.o)");
  }

  @Test
  void onlyWhatIsNeededIsTakenAndWhatThatNeeds() throws MalformedObjectException {
    List<LinkObject> main = List.of(object("main.o", "main", "a"));
    assertThat(names(NeededMembers.of(main, OBJECTS, List.of(), Set.of())))
        .containsExactly("a.o", LONG_NAME);
    assertThat(names(NeededMembers.of(main, OBJECTS, List.of(), Set.of("b"))))
        .containsExactly("a.o");
    assertThat(names(NeededMembers.of(main, OBJECTS, List.of("c"), Set.of("a"))))
        .containsExactly("c.o");
  }

  @Test
  void whatIsNoArchiveSaysSo() {
    byte[] thin = "!<thin>\n".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> ArchiveReader.members("lib.a", thin)).hasMessageContaining("thin");
    assertThatThrownBy(() -> ArchiveReader.members("lib.a", new byte[0]))
        .isInstanceOf(MalformedObjectException.class);
  }

  @Property(tries = 5_000)
  void damagedArchivesGiveMembersOrATypedError(
      @ForAll @IntRange(max = 100_000) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 5_000) int cut)
      throws MalformedObjectException {
    byte[] whole = StaticArchive.plain(OBJECTS);
    byte[] bytes = Arrays.copyOf(whole, whole.length - cut % whole.length);
    bytes[at % bytes.length] = value;
    try {
      assertThat(ArchiveReader.members("lib.a", bytes)).isNotNull();
    } catch (MalformedObjectException expected) {
      assertThat(expected).hasMessageMatching("(?s).+");
    }
  }
}
