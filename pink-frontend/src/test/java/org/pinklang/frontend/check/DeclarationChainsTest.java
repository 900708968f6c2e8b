package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.ConstantCode;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.FrontEnd;

/** Declarations that need each other, one after the other, as many as the language promises. */
class DeclarationChainsTest {
  private static final int LENGTH = 100_000;
  private static final int CIRCLE = 10_000;

  @Test
  void constantsMayNeedEachOtherInAnyNumber() {
    String chain = chain(i -> "const c" + i + " := c" + (i + 1) + " + 1;");
    assertThat(check(chain + "const c" + LENGTH + " := 0;\nfn main() -> Integer { c0; }"))
        .isEmpty();
  }

  @Test
  void valueOfAVariableMayNeedALongChain() {
    String chain = chain(i -> "const c" + i + ": Integer := c" + (i + 1) + " + 1;");
    assertThat(
            check(
                "var v: Integer := c0;\n"
                    + chain
                    + "const c"
                    + LENGTH
                    + ": Integer := 0;\nfn main() -> Integer { v; }"))
        .isEmpty();
  }

  @Test
  void structsMayHoldEachOtherInAnyNumber() {
    String chain = chain(i -> "struct S" + i + " { s: S" + (i + 1) + " }");
    assertThat(
            check(
                chain
                    + "struct S"
                    + LENGTH
                    + " { x: Byte }\nfn main() -> Integer { size_of(S0); }"))
        .isEmpty();
  }

  @Test
  void sizeOfTypesHeldTwiceIsComputedOnce() {
    String chain =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "struct S" + i + " { a: S" + (i + 1) + ", b: S" + (i + 1) + " }\n")
            .collect(Collectors.joining());
    assertThat(check(chain + "struct S1000 {}\nfn main() -> Integer { size_of(S0); }")).isEmpty();
  }

  @Test
  void lengthsMayNeedSizesInAnyNumber() {
    String chain = chain(i -> "struct S" + i + " { a: [Byte; size_of(S" + (i + 1) + ")] }");
    assertThat(
            check(
                chain
                    + "struct S"
                    + LENGTH
                    + " { x: Byte }\nfn main() -> Integer { size_of(S0); }"))
        .isEmpty();
  }

  @Test
  void resultsMayBeInferredThroughAnyNumberOfFunctions() {
    String chain = chain(i -> "fn f" + i + "() { f" + (i + 1) + "(); }");
    assertThat(check(chain + "fn f" + LENGTH + "() { 1; }\nfn main() -> Integer { f0(); }"))
        .isEmpty();
  }

  @Test
  void circleOfAnyLengthIsReportedOnce() {
    String constants = chain(CIRCLE, i -> "const c" + i + " := c" + (i + 1) % CIRCLE + ";");
    assertThat(check(constants + "fn main() -> Integer { c0; }"))
        .extracting(Diagnostic::code)
        .containsExactly(ConstantCode.CONSTANT_CYCLE);
    String structs = chain(CIRCLE, i -> "struct S" + i + " { s: S" + (i + 1) % CIRCLE + " }");
    assertThat(check(structs + "fn main() -> Nil { _p: *?S0 := nil; }"))
        .extracting(Diagnostic::code)
        .containsExactly(ConstantCode.LAYOUT_CYCLE);
  }

  private static String chain(IntFunction<String> link) {
    return chain(LENGTH, link);
  }

  private static String chain(int length, IntFunction<String> link) {
    return IntStream.range(0, length)
        .mapToObj(i -> link.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  private static List<Diagnostic> check(String text) {
    return FrontEnd.diagnostics(List.of(SourceText.of("main.pink", text)));
  }
}
