package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.FrontEnd;

/** Chains as long, and nesting as deep, as the language promises to take. */
class LongChainsTest {
  private static final int LINKS = 100_000;
  private static final int ELSE_IFS = 10_000;
  private static final int LEVELS = 1_000;

  @TestFactory
  Stream<DynamicTest> longChainsAreChecked() {
    return Stream.of(
        chain("a sum", "x" + " + x".repeat(LINKS)),
        chain("a sum of literals before a name", "1" + " + 1".repeat(LINKS) + " + x"),
        chain("shifts", "x" + " << 1".repeat(LINKS)),
        chain("signs", "- ".repeat(LINKS) + "x"),
        chain("calls", "x" + ".same()".repeat(LINKS)),
        chain("fields", "node" + ".next".repeat(LINKS) + ".value"),
        chain("assignments", "x" + " = x".repeat(LINKS)),
        chain("and", "if (p != nil" + " and *p == x".repeat(LINKS) + ") { *p; } else { x; }"),
        chain("or", "if (p == nil" + " or *p == x".repeat(LINKS) + ") { x; } else { *p; }"),
        chain(
            "else if",
            "if (x == 0) { 1; }" + " else if (x == 1) { 2; }".repeat(ELSE_IFS) + " else { 3; }"),
        chain("parentheses", "(".repeat(LEVELS) + "x" + " + 1)".repeat(LEVELS)),
        chain("blocks", "{ ".repeat(LEVELS) + "x;" + " }".repeat(LEVELS)),
        chain("nested calls", "same(".repeat(LEVELS) + "x" + ")".repeat(LEVELS)),
        chain(
            "nested ifs",
            "if (p == nil) { 0; } else { ".repeat(LEVELS) + "*p;" + " }".repeat(LEVELS)));
  }

  private static DynamicTest chain(String name, String expression) {
    String text =
        """
        module m;

        export struct Node { next: *Node, value: Integer }

        export fn same(x: Integer) -> Integer {
          x;
        }

        export fn f(x: Integer, p: *?Integer, node: *Node) -> Integer {
          %s;
        }
        """
            .formatted(expression);
    return DynamicTest.dynamicTest(
        name,
        () -> {
          FrontEnd.Result result = FrontEnd.run(List.of(SourceText.of("m.pink", text)));
          assertThat(result.diagnostics()).filteredOn(finding -> finding.isError()).isEmpty();
          assertThat(result.units()).hasSize(1);
        });
  }
}
