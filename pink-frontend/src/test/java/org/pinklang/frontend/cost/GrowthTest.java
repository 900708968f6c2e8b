package org.pinklang.frontend.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.FrontEnd;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.DataModel;

/** A text with ten times as much of one thing takes at most twelve times the memory. */
class GrowthTest {
  private static final int FEW = 1_000;
  private static final int TIMES = 10;
  private static final int MOST = 12;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Named<IntFunction<String>> shape(String name, IntFunction<String> text) {
    return Named.of(name, text);
  }

  /** A text for each number below a count, where {@code %1$d} is the number. */
  private static String repeat(int count, String format) {
    return repeat(count, format, "");
  }

  private static String repeat(int count, String format, String between) {
    return IntStream.range(0, count)
        .mapToObj(i -> format.formatted(i, Math.max(0, i - 1)))
        .collect(Collectors.joining(between));
  }

  private static String body(String terms) {
    return "fn f(a: Integer) -> Integer {\n" + terms + "\nreturn a;\n}\n";
  }

  private static String members(int count) {
    return repeat(count, "m%1$d: Integer,\n");
  }

  static Stream<Named<IntFunction<String>>> texts() {
    return Stream.of(
        shape("functions", n -> repeat(n, "export fn f%1$d(a: Integer) { f%2$d(a); }\n")),
        shape("constants, each needing the one before", GrowthTest::constants),
        shape("structs, each holding the one before", GrowthTest::structs),
        shape("variables", n -> repeat(n, "var v%1$d: *Integer := &v;\n") + "var v: Integer := 0;"),
        shape("fields", n -> "struct S {\n" + members(n) + "}\n" + uses(n, "s.m%1$d")),
        shape("alternatives", GrowthTest::alternatives),
        shape("operators", n -> body("b := a" + " + a".repeat(n) + ";")),
        shape("and", n -> body("b := a == 1" + " and a != 2".repeat(n) + ";")),
        shape("constant operators", n -> "const c: Integer := 1" + " + 1".repeat(n) + ";\n"),
        shape("else if", n -> body("if (a == 0) {}" + repeat(n, " else if (a == %1$d) {}\n"))),
        shape(
            "suffixes",
            n -> "struct N { next: *N }\nfn f(n: *N) -> *N { n" + ".next".repeat(n) + "; }\n"),
        shape("statements", n -> body("t := 0;\n" + "t = t + a;\n".repeat(n))),
        shape("locals", n -> body("x0 := a;\n" + repeat(n, "y%1$d := a; z%1$d := y%1$d;\n"))),
        shape("blocks", n -> body(repeat(n, "{ x := %1$d; y := x; }\n"))),
        shape("narrowed pointers", GrowthTest::narrowed),
        shape(
            "elements",
            n -> "const a: [Integer; %d] := [%s];\n".formatted(n, repeat(n, "%1$d", ", "))),
        shape("a long text", n -> "const s: *[]Byte := \"" + "0123456789".repeat(n) + "\";\n"),
        shape("parameters", n -> "fn f(" + repeat(n, "p%1$d: Integer", ", ") + ") -> Nil {}\n"),
        shape("comments", n -> repeat(n, "// %1$d\n") + "fn f() -> Nil {}\n"),
        shape("unknown names", n -> repeat(n, "fn f%1$d() -> Integer { unknown%1$d; }\n")),
        shape("misspelt names", n -> repeat(n, "fn f%1$d() -> Integer { g%1$d(); }\n")),
        shape("unknown qualifiers", n -> repeat(n, "fn f%1$d() -> Integer { q%1$d::g(); }\n")),
        shape("syntax errors", n -> repeat(n, "fn f%1$d( -> Integer { 1; }\n")),
        shape("declarations of one name", n -> repeat(n, "fn f() -> Integer { %1$d; }\n")));
  }

  private static String constants(int count) {
    return "const c: Integer := 1;\n" + repeat(count, "const c%1$d: Integer := c%2$d + 1;\n");
  }

  private static String structs(int count) {
    return "struct S { a: Integer }\nstruct T0 { a: S }\n"
        + IntStream.range(1, count)
            .mapToObj(i -> "struct T%d { a: T%d }\n".formatted(i, i - 1))
            .collect(Collectors.joining());
  }

  private static String uses(int count, String use) {
    return "fn f(s: *S) -> Nil {\n" + repeat(count, "_ := " + use + ";\n") + "}\n";
  }

  private static String alternatives(int count) {
    return "union U {\n"
        + members(count)
        + "}\nfn f(u: U) -> Integer { match (u) {\n"
        + repeat(count, "m%1$d(x) => { x; }\n")
        + "} }\n";
  }

  private static String narrowed(int count) {
    return "fn f(q: *?Integer) -> Integer {\n"
        + repeat(count, "p%1$d := q; if (p%1$d == nil) { return 1; }\n")
        + repeat(count, "_ := *p%1$d;\n")
        + "0; }\n";
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tenTimesAsMuchTakesAtMostTwelveTimesTheMemory(IntFunction<String> text) {
    bytes(text.apply(TIMES)); // initialises classes
    long few = bytes(text.apply(FEW));
    long many = bytes(text.apply(TIMES * FEW));
    assertThat(many).isLessThan(MOST * few);
  }

  private long bytes(String content) {
    return FrontEnd.onDeepStack(
        () -> {
          long before = threads.getCurrentThreadAllocatedBytes();
          check(SourceText.of("a.pink", content));
          return threads.getCurrentThreadAllocatedBytes() - before;
        });
  }

  private static void check(SourceText text) {
    UnitTree tree = Parser.parse(text).tree();
    OutlineResult outlined = Outliner.outline(text, tree);
    ManifestSet answers = new ManifestSet(Map.of(), Map.of("", List.of(outlined.manifest())));
    UnitChecker.check(text, tree, outlined, new BuildFacts(answers, DataModel.BITS_64));
  }
}
