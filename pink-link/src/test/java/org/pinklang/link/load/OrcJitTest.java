package org.pinklang.link.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pinklang.link.TestObjects;

class OrcJitTest {
  @Test
  void failureIsExceptionWithTheReasonAndNothingIsPrinted() {
    try (OrcJit jit = new OrcJit()) {
      jit.add(
          "m.o",
          TestObjects.object(
                  "m.o",
                  "declare void @no_one()\ndefine void @f() {\n"
                      + "  call void @no_one()\n  ret void\n}\n")
              .bytes());
      assertThatThrownBy(() -> jit.address("f"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no_one");
    }
  }
}
