package org.pinklang.link.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LinkObject;

class StaticArchiveTest {
  private static final LinkObject SHORT =
      TestObjects.object("a.o", "define void @f() {\n  ret void\n}\n");
  private static final LinkObject LONG = new LinkObject("a.very.long.module.name.o", new byte[3]);

  @Test
  void membersLieAtEvenOffsetsUnderTheirNames() {
    byte[] bytes = StaticArchive.plain(List.of(LONG, SHORT));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("!<arch>\n//              ");
    assertThat(text)
        .contains("a.very.long.module.name.o/\n", "/0              0", "a.o/            0");
    assertThat(bytes.length % 2).isZero();
    assertThat(text.indexOf("a.o/            ") % 2).isZero();
  }

  @Test
  void indexPointsToTheMemberThatDefines() throws Exception {
    byte[] bytes = StaticArchive.indexed(List.of(SHORT, new LinkObject("b.o", SHORT.bytes())));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int index = "!<arch>\n".length() + 60;
    var numbers = java.nio.ByteBuffer.wrap(bytes);
    assertThat(numbers.getInt(index)).isEqualTo(2);
    assertThat(text.substring(numbers.getInt(index + 4))).startsWith("a.o/ ");
    assertThat(text.substring(numbers.getInt(index + 8))).startsWith("b.o/ ");
    assertThat(text.substring(index + 12)).startsWith("f\0f\0");
  }
}
