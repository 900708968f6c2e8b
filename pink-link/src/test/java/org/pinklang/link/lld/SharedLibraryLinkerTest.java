package org.pinklang.link.lld;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.runtime.RuntimeLibrary;

class SharedLibraryLinkerTest {
  /** What the linker is told later than its first arguments comes to it as it was. */
  @Test
  void nameOfALibraryMayHoldWhatSeparatesAndQuotes() throws Exception {
    String soname = "lib a\tb \"c\" 'd' \\e @f.so";
    LinkObject object = TestObjects.object("m.o", "define i64 @f() {\n  ret i64 1\n}\n");
    LinkOutcome outcome =
        new SharedLibraryLinker(new RuntimeLibrary())
            .link(
                new LinkInput(List.of(object), List.of(), TestObjects.TRIPLE), soname, Set.of("f"));
    byte[] bytes = ((LinkOutcome.Linked) outcome).bytes();
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("\0" + soname + "\0");
  }
}
